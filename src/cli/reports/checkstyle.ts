/** Checkstyle's XML. */
import type { ReporterFactory } from "../report.js";
import { withoutMarks } from "./text.js";
import { xml } from "./xml.js";

export const reportCheckstyle: ReporterFactory = (write) => {
  write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n');
  return {
    file({ path, findings }) {
      const errors = findings.map(
        ({ line, column, level, message, ruleId }) =>
          `    <error line="${line}" column="${column}" severity="${level}" message="${xml(withoutMarks(message))}" source="xindaya.${xml(ruleId)}"/>\n`,
      );
      write(`  <file name="${xml(path)}">\n${errors.join("")}  </file>\n`);
    },
    end({ failures }) {
      for (const { path, message } of failures) {
        write(
          `  <file name="${xml(path)}">\n    <error line="1" severity="error" message="${xml(message)}" source="xindaya"/>\n  </file>\n`,
        );
      }
      write("</checkstyle>\n");
    },
  };
};
