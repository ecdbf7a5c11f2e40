/** Clients that answer nothing, ask nonsense, or die. */
import { existsSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { able, ended, start, stopAll, type TestClient } from "./client.js";

afterEach(stopAll);

const draft = "The county must grasp the niubi nose of reform in Beijing.\n";

/** The server is well when it answers as ever. */
async function expectWell(client: TestClient): Promise<void> {
  const found = await client.open(`well-${Math.random()}.txt`, draft);
  expect(found[0]?.code).toBe("literal-metaphor");
  expect(client.server.exitCode).toBeNull();
}

describe("a client that", () => {
  it("answers null, or an error, to every request", async () => {
    const client = await start({ settings: null });
    await expectWell(client);
    const refusing = await start();
    refusing.connection.onRequest("workspace/configuration", () => null);
    refusing.connection.onRequest("client/registerCapability", () => Promise.reject(new Error("unsupported")));
    refusing.connection.onRequest("window/workDoneProgress/create", () => Promise.reject(new Error("unsupported")));
    await refusing.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await expectWell(refusing);
    expect(await refusing.request("workspace/executeCommand", { command: "xindaya.lintWorkspace" })).toMatchObject({
      files: 0,
    });
    expect(await refusing.stop()).toBe(0);
  });

  it("says nothing of itself", async () => {
    const client = await start({ raw: true });
    await client.connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
    await client.connection.sendNotification("initialized", {});
    await expectWell(client);
  });

  it("asks of what is not open, at places that are not there, with parameters missing", async () => {
    const client = await start();
    await client.open("a.txt", draft);
    const uri = client.uri("a.txt");
    const far = { line: 4_000_000, character: 4_000_000 };
    const back = { start: { line: 0, character: 30 }, end: { line: 0, character: 2 } };
    const ask = (method: string, params: unknown) => client.request(method, params).catch((error: Error) => error);
    expect(await ask("textDocument/hover", { textDocument: { uri: "file:///not/open" }, position: far })).toBeNull();
    expect(await ask("textDocument/hover", { textDocument: { uri }, position: far })).toBeNull();
    expect(
      await ask("textDocument/hover", { textDocument: { uri }, position: { line: -3, character: -1 } }),
    ).not.toBeInstanceOf(Error);
    await ask("textDocument/hover", {});
    await ask("textDocument/hover", { textDocument: { uri } });
    await ask("textDocument/completion", { textDocument: { uri }, position: { line: "x" } });
    expect(
      await ask("textDocument/codeAction", { textDocument: { uri }, range: back, context: {} }),
    ).not.toBeInstanceOf(Error);
    await ask("textDocument/codeAction", { textDocument: { uri } });
    await ask("textDocument/codeLens", {});
    await ask("workspace/executeCommand", { command: "no.such.command" });
    await ask("workspace/executeCommand", { command: "xindaya.addWord", arguments: [42, null] });
    await ask("workspace/executeCommand", { command: "xindaya.addWord", arguments: ["file:///not/open", "word"] });
    await ask("no/such/method", {});
    await expectWell(client);
  });

  it("sends edits that do not fit", async () => {
    const client = await start();
    await client.open("a.txt", draft);
    const uri = client.uri("a.txt");
    const send = (contentChanges: unknown) =>
      client.connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version: 7 },
        contentChanges,
      });
    await send([{ range: { start: { line: 9, character: 9 }, end: { line: 2, character: 1 } }, text: "x" }]);
    await send([
      { range: { start: { line: -1, character: -9 }, end: { line: 0, character: 900 } }, text: "niubi nose" },
    ]);
    await send(null);
    await send([{ range: null, text: "y" }]);
    await client.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: "file:///never/opened", version: 1 },
      contentChanges: [{ text: "z" }],
    });
    await client.connection.sendNotification("textDocument/didClose", {
      textDocument: { uri: "file:///never/opened" },
    });
    await expectWell(client);
  });

  it("closes a document and cancels while it waits for an answer", async () => {
    const client = await start();
    const text = draft.repeat(3000);
    await client.open("large.txt", text);
    const uri = client.uri("large.txt");
    const answers = Array.from({ length: 20 }, () =>
      client.request("textDocument/hover", { textDocument: { uri }, position: { line: 3, character: 30 } }),
    );
    await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    await client.connection.sendNotification("$/cancelRequest", { id: 5 });
    await Promise.allSettled(answers);
    await expectWell(client);
  });

  it.each([
    ["closes its end of the pipe", (client: TestClient) => client.server.stdin?.end()],
    [
      "breaks both pipes while answers are on the way",
      (client: TestClient) => {
        for (let turn = 0; turn < 50; turn++)
          client
            .request("textDocument/hover", {
              textDocument: { uri: client.uri("a.txt") },
              position: { line: 0, character: 27 },
            })
            .catch(() => {});
        client.server.stdout?.destroy();
        client.server.stdin?.destroy();
      },
    ],
    [
      "exits without shutting down",
      (client: TestClient) => void client.connection.sendNotification("exit").catch(() => {}),
    ],
  ])("%s leaves no server behind and no crash", async (_what, leave) => {
    const client = await start();
    await client.open("a.txt", draft);
    leave(client);
    await ended(client.server);
    expect(client.stderr()).not.toMatch(/Error|at .*\.js:\d/);
    expect(existsSync(`/proc/${client.server.pid}/task`) && client.server.exitCode === null).toBe(false);
  });

  it("writes what is no message", async () => {
    const client = await start();
    await client.open("a.txt", draft);
    client.server.stdin?.write('Content-Length: 7\r\n\r\n{"a":1}');
    client.server.stdin?.write("Content-Length: 5\r\n\r\n{{{{{");
    await expectWell(client);
  });
});

describe("many edits in a row", () => {
  it("are answered for the newest text only, in the end", async () => {
    const client = await start({ capabilities: able });
    await client.open("a.txt", draft);
    const uri = client.uri("a.txt");
    for (let version = 2; version < 60; version++) {
      await client.connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            text: version % 2 ? "\n" : "x ",
          },
        ],
      });
    }
    await client.diagnostics("a.txt", 59);
    const versions = client.sent
      .filter(({ method }) => method === "textDocument/publishDiagnostics")
      .map(({ params }) => (params as { version: number }).version);
    expect(versions.at(-1)).toBe(59);
    expect(versions.length).toBeLessThan(20);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  });
});
