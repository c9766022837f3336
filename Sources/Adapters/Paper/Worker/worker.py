"""Sets sheets of paper with typst: a header line of JSON in, a header line of JSON and raw bytes out.

The first line names fonts and templates. Every further line is one job; its parts (sheet, qr, xml) follow
the line as raw bytes, whose lengths the line tells. Data reach a template as strings alone; the root is a
folder that is no more, so that no template and no data can read a file.
"""

import json
import sys
import tempfile

import typst

inward = sys.stdin.buffer
outward = sys.stdout.buffer


def answer(header, body=b""):
    header["length"] = len(body)
    outward.write(json.dumps(header).encode() + b"\n" + body)
    outward.flush()


def words(error):
    message = getattr(error, "message", None) or str(error) or type(error).__name__
    hints = getattr(error, "hints", None) or []
    return " ".join([message, *hints])[:2000]


def main():
    start = json.loads(inward.readline())
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=start["fonts"]
    )
    if "Noto Sans" not in fonts.families():
        answer({"failed": "the font Noto Sans is not in " + ", ".join(start["fonts"])})
        return
    templates = {name: text.encode() for name, text in start["templates"].items()}
    # The compiler wants a root; the folder is gone again before the first job comes.
    with tempfile.TemporaryDirectory(prefix="kontragent-paper-") as root:
        compiler = typst.Compiler(
            input=b"",
            root=root,
            font_paths=fonts,
            ignore_system_fonts=True,
            package_path=root,
            package_cache_path=root,
        )
    answer({})
    while True:
        line = inward.readline()
        if not line:
            return
        job = json.loads(line)
        # Bytes of any encoding reach a template as a string of the same code points, one a byte.
        inputs = {
            name: inward.read(length).decode("latin-1" if name == "xml" else "utf-8")
            for name, length in job["parts"].items()
        }
        try:
            pdf = compiler.compile(
                input=templates[job["template"]],
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=["a-3b"],
                timestamp=job["timestamp"],
            )
            answer({}, pdf)
        except Exception as error:  # a missing template is no TypstError
            answer({"failed": words(error)})


main()
