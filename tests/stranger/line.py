# SPDX-License-Identifier: MPL-2.0
"""One signed request and its answer: PROTOCOL.md, "Ways", "Signature" and "Errors"."""
import base64
import hashlib
import http.client
from urllib.parse import urlsplit

from wire import Malformed, message, read_message

TYPE = "application/vnd.frikort.sync"
COVERED = '("@method" "@path" "@authority" "content-digest" "frikort-counter")'


class NoServer(Exception):
    """Nobody answered, or somebody who is not this server."""


class Refused(Exception):
    def __init__(self, status, head=None, retry_after=None):
        super().__init__(f"{status} {head}")
        self.status, self.head, self.retry_after = status, head or {}, retry_after
        self.word = self.head.get("error")


def in_base64(data):
    return ":" + base64.b64encode(data).decode() + ":"


def content_digest(body):
    return "sha-256=" + in_base64(hashlib.sha256(body).digest())


def signature_base(path, authority, digest, counter, parameters):
    return "\n".join(['"@method": POST', f'"@path": {path}', f'"@authority": {authority}',
                      f'"content-digest": {digest}', f'"frikort-counter": {counter}',
                      f'"@signature-params": {parameters}']).encode()


def signed_fields(key, path, authority, body, counter):
    digest = content_digest(body)
    parameters = f'{COVERED};keyid="{key.device().hex()}";alg="ed25519"'
    signature = key.sign(signature_base(path, authority, digest, counter, parameters))
    return {"Content-Digest": digest, "Frikort-Counter": str(counter),
            "Signature-Input": "frikort=" + parameters, "Signature": "frikort=" + in_base64(signature)}


class Line:
    """The way to one server."""

    def __init__(self, url):
        where = urlsplit(url)
        self.authority = where.netloc.lower().removesuffix(":80")
        self.host, self.port = where.hostname, where.port or 80

    def post(self, key, path, counter, head, blobs=()):
        """Head and blobs of the answer. Raises Refused or NoServer."""
        body = message(head, blobs)
        fields = {"Host": self.authority, "Content-Type": TYPE, "Content-Length": str(len(body)),
                  **signed_fields(key, path, self.authority, body, counter)}
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        try:
            connection.request("POST", path, body, fields)
            answer = connection.getresponse()
            said = answer.read(4 * 1024 * 1024)
        except (OSError, http.client.HTTPException) as trouble:
            raise NoServer(str(trouble)) from None
        finally:
            connection.close()
        return understood(answer, said)


def understood(answer, said):
    retry = answer.getheader("Retry-After", "")
    retry = int(retry) if retry.isdigit() else None
    ours = answer.getheader("Content-Type") == TYPE
    try:
        head, blobs = read_message(said) if ours else (None, [])
    except Malformed:
        raise NoServer("not our bytes") from None
    if ours and answer.status == 200:
        return head, blobs
    if ours or answer.status in (413, 429) or answer.status >= 500:
        raise Refused(answer.status, head, retry)
    raise NoServer(f"{answer.status}, not from our server")
