"""A mail server for tests: mail.py PORT FOLDER. Every accepted mail becomes one .eml file in FOLDER.

The envelope is kept in the headers X-Envelope-From and X-Envelope-To. A file appears whole: it is written under
another name first and then renamed. Mail to an address that begins with "refuse" is refused, so that tests can see
what happens to a mail that does not arrive.
"""

import itertools
import os
import signal
import sys
from pathlib import Path

from aiosmtpd.controller import Controller


class Folder:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.numbers = itertools.count(1)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.lower().startswith("refuse"):
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        head = f"X-Envelope-From: {envelope.mail_from}\r\nX-Envelope-To: {', '.join(envelope.rcpt_tos)}\r\n"
        name = f"{next(self.numbers):06d}"
        draft = self.path / f"{name}.draft"
        draft.write_bytes(head.encode() + envelope.content)
        os.replace(draft, self.path / f"{name}.eml")
        return "250 kept"


def main() -> None:
    port, folder = int(sys.argv[1]), Path(sys.argv[2])
    controller = Controller(Folder(folder), hostname="127.0.0.1", port=port, data_size_limit=64 * 1024 * 1024)
    controller.start()
    signal.pause()


if __name__ == "__main__":
    main()
