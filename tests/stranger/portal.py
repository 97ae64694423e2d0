# SPDX-License-Identifier: MPL-2.0
"""Stands between a client and the server and does to requests what it is told."""
import http.client
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PASS, LOSE_ANSWER, BUSY, CAPTIVE = "pass", "lose answer", "busy", "captive"
KEPT = ("Content-Type", "Content-Digest", "Frikort-Counter", "Signature-Input", "Signature", "Host")


class Portal:
    """`plan` is what happens to the next requests, one after the other; then they pass."""

    def __init__(self, url):
        self.plan, self.asked = [], []
        host, port = url.removeprefix("http://").split(":")
        portal = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                portal.asked.append(self.path)
                happens = portal.plan.pop(0) if portal.plan else PASS
                if happens == BUSY:
                    self.say(503, b"<html>come again</html>", "text/html", {"Retry-After": "7"})
                elif happens == CAPTIVE:
                    self.say(200, b"<html>log in</html>", "text/html")
                else:
                    onward = http.client.HTTPConnection(host, int(port), timeout=60)
                    onward.request("POST", self.path, body, {name: self.headers[name] for name in KEPT})
                    answer = onward.getresponse()
                    said = answer.read()
                    onward.close()
                    if happens == LOSE_ANSWER:
                        self.connection.close()
                    else:
                        self.say(answer.status, said, answer.getheader("Content-Type"))

            def say(self, status, body, kind, more=None):
                self.send_response(status)
                fields = {"Content-Type": kind, "Content-Length": str(len(body)), **(more or {})}
                for name, value in fields.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"
