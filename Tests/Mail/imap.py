"""An IMAP server (pymap) with one mailbox, INBOX of docs with the password right: imap.py FOLDER [FAULT …]

Every FOLDER/*.eml is put into the mailbox, in the order of names, and renamed to .taken. Faults: silent (takes connections and
says nothing), cut=N (the first connection ends after N bytes of answers), refuse (takes no connection).
"""

import imaplib
import pathlib
import socket
import sys
import threading
import time

from pymap.main import main

folder = pathlib.Path(sys.argv[1])
faults = dict(word.partition("=")[::2] for word in sys.argv[2:])


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


port = free_port()


def pump(source, target, most=None):
    """Hands bytes on until there are no more, or so many are."""
    try:
        while data := source.recv(65536):
            if most is not None:
                data, most = data[:most], most - len(data)
            target.sendall(data)
            if most is not None and most <= 0:
                break
    except OSError:
        pass
    for end in (source, target):
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def serve(front):
    most = int(faults["cut"]) if "cut" in faults else None
    held = []
    while True:
        client, _ = front.accept()
        if "silent" in faults:
            held.append(client)
            continue
        server = socket.create_connection(("127.0.0.1", port))
        threading.Thread(target=pump, args=(client, server), daemon=True).start()
        threading.Thread(target=pump, args=(server, client, most), daemon=True).start()
        most = None


def fill():
    while True:
        try:
            box = imaplib.IMAP4("127.0.0.1", port)
            break
        except OSError:
            time.sleep(0.02)
    box.login("docs", "right")
    front = socket.create_server(("127.0.0.1", 0))
    here = front.getsockname()[1]
    if "refuse" in faults:
        front.close()
    else:
        threading.Thread(target=serve, args=(front,), daemon=True).start()
    started = False
    while True:
        for letter in sorted(folder.glob("*.eml")):
            box.append("INBOX", None, None, letter.read_bytes())
            letter.rename(letter.with_suffix(".taken"))
        if not started:
            print(here, flush=True)
            started = True
        time.sleep(0.02)


threading.Thread(target=fill, daemon=True).start()
sys.argv = [
    "pymap", "--host", "127.0.0.1", "--port", str(port), "--no-tls", "dict", "--demo-user", "docs",
    "--demo-password", "right",
]
sys.exit(main())
