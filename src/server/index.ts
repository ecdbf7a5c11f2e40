/** The language server. Speaks LSP over standard input and output, or over what the command line names. */
import {
  type Connection,
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { provideDetailsLazily } from "../cli/details.js";
import { serve } from "./serve.js";

/** Transports other than standard input and output, as editors ask for them. */
const otherTransports = /^--(?:node-ipc|socket=|pipe=)/;

/** Starts the server in this process. It ends the process when the client says so, or is gone. */
export function startServer(): void {
  provideDetailsLazily();
  const isOther = process.argv.some((argument) => otherTransports.test(argument));
  const connection: Connection = isOther
    ? createConnection(ProposedFeatures.all)
    : createConnection(
        ProposedFeatures.all,
        new StreamMessageReader(process.stdin),
        new StreamMessageWriter(process.stdout),
      );
  if (!isOther) endWithClient();
  serve(connection);
  connection.listen();
}

/** A client that died closes its pipes; a server that outlives it would run for ever. */
function endWithClient(): void {
  const end = () => process.exit(0);
  process.stdin.on("end", end);
  process.stdin.on("close", end);
  process.stdin.on("error", end);
  process.stdout.on("error", end);
  process.stderr.on("error", () => {});
}
