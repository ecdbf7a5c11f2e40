/** The language server in one file of its own. */
import { startServer } from "../../../src/server/index.js";

startServer();
