"""A mail server that keeps what it takes and refuses what it is told to: server.py FOLDER [FAULT …]

Every letter becomes FOLDER/N.json: how it came, and what a reader of mail makes of it. Faults: later=ADDRESS (451),
never=ADDRESS (550), silent (takes connections and says nothing), broken (hangs up in the middle of a letter), locked=USER:PASSWORD.
"""

import asyncio
import email
import email.policy
import hashlib
import json
import pathlib
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

folder = pathlib.Path(sys.argv[1])
faults = dict(word.partition("=")[::2] for word in sys.argv[2:])


class Keeper:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address == faults.get("later"):
            return "451 4.3.0 come again"
        if address == faults.get("never"):
            return "550 5.1.1 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if "broken" in faults:
            server.transport.close()
            return "421 gone"
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        Keeper.count += 1
        body = letter.get_body(("plain",)) or letter
        kept = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "user": session.auth_data.login.decode() if session.authenticated else None,
            "fields": [[name, str(value)] for name, value in letter.items()],
            "defects": [str(defect) for part in letter.walk() for defect in part.defects],
            "body": body.get_content(),
            "files": [
                {
                    "name": part.get_filename(),
                    "type": part.get_content_type(),
                    "sha256": hashlib.sha256(part.get_payload(decode=True)).hexdigest(),
                }
                for part in letter.iter_attachments()
            ],
            "longest": max(len(line) for line in envelope.content.split(b"\r\n")),
            "isAscii": all(byte < 128 for byte in envelope.content),
        }
        place = folder / f"{Keeper.count}.json"
        place.with_suffix(".part").write_text(json.dumps(kept))
        place.with_suffix(".part").rename(place)
        return "250 OK"


def admit(server, session, envelope, mechanism, data):
    wanted = faults["locked"].encode()
    isRight = isinstance(data, LoginPassword) and data.login + b":" + data.password == wanted
    return AuthResult(success=isRight, auth_data=data)


def session():
    if "locked" in faults:
        return SMTP(Keeper(), authenticator=admit, auth_required=True, auth_require_tls=False)
    return SMTP(Keeper())


async def mute(reader, writer):
    await asyncio.sleep(3600)


async def main():
    loop = asyncio.get_running_loop()
    if "silent" in faults:
        server = await asyncio.start_server(mute, "127.0.0.1", 0)
    else:
        server = await loop.create_server(session, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
