"""Which pages there are, by the rows of the server's own table (Sources/Server/Serve/*Rows.swift), and which of them a list leaves out."""

import glob
import os
import re

SERVE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Sources", "Server", "Serve")
ROW = re.compile(r"\bPageRow\(\s*(\.\w+),\s*(\"[^\"]*\"|\w+),\s*(\.\w+)(?:\(\.(\w+)\))?,([^{]*)")
CONSTANT = re.compile(r"\bprivate static let (\w+) = \"(/[^\"]*)\"")
# What is loaded and not looked at: an ending, a file of somebody, or news of a run.
FILES = re.compile(r"\.(\w+|\{ending\})$|/files/\{attached\}|^/contract-|/papers/\{|/signed$|/events$")


class Row:
    """A page that is asked for: its path, who is let through, by which doors."""

    def __init__(self, path, gate, right, rest):
        self.path = path
        self.gate = gate
        sides = re.search(r"sides: \[([^\]]*)\]", rest)
        self.sides = set(re.findall(r"\w+", sides.group(1))) if sides else {"cabinet", "office"}
        if gate == "house":
            # The rights of the staff alone.
            self.sides -= {"cabinet"}
        self.is_everybodys = gate in ("stranger", "demo") and "cabinet" in self.sides
        pattern = re.sub(r"\\\{\w+\\\.\\\.\\\.\\\}", ".+", re.escape(path))
        self.pattern = re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", pattern) + "$")

    def fits(self, place):
        return self.pattern.match(place.split("?")[0]) is not None


def pages():
    """Every page that a browser shows."""
    found = []
    for file in sorted(glob.glob(os.path.join(SERVE, "*Rows.swift"))):
        with open(file, encoding="utf-8") as source:
            text = source.read()
        constants = dict(CONSTANT.findall(text))
        rows = ROW.findall(text)
        if len(rows) != len(re.findall(r"\bPageRow\(", text)):
            raise ValueError(f"{file}: a row is written in another way than rows.py reads")
        for method, path, gate, right, rest in rows:
            path = path[1:-1] if path.startswith('"') else constants[path]
            path = re.sub(r"\\\((\w+)\)", lambda name: constants.get(name.group(1), "{%s}" % name.group(1)), path)
            if method == ".get" and not FILES.search(path):
                found.append(Row(path, gate[1:], right, rest))
    if len(found) < 40:
        raise ValueError(f"{len(found)} pages are read out of the rows: fewer than there are")
    return found


def row_of(place, rows):
    """The row that answers for an address: the one with the fewest names in it."""
    fitting = [row for row in rows if row.fits(place)]
    return min(fitting, key=lambda row: row.path.count("{")) if fitting else None


def left_out(side, places):
    """The pages of a side that none of the addresses shows; those of strangers are the cabinet's, where both have them."""
    rows = [row for row in pages() if side in row.sides and not (side == "office" and row.is_everybodys)]
    shown = {row_of(place, rows) for place in places}
    return sorted(row.path for row in rows if row not in shown)
