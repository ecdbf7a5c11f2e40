#!/usr/bin/env bash
# What action.yml runs. Words in XINDAYA_FILES and XINDAYA_ARGS are split at white space; nothing of them is expanded or run.
set -uo pipefail
set -f

read -r -d '' -a files <<<"${XINDAYA_FILES:-.}" || true
read -r -d '' -a args <<<"${XINDAYA_ARGS:-}" || true

since=${XINDAYA_SINCE:-}
if [ "$since" = base ]; then since=${XINDAYA_BASE:-}; fi
if [ -n "$since" ]; then args+=(--since "$since"); fi

reports=(--format github)
if [ -n "${XINDAYA_SARIF:-}" ]; then reports+=(--format sarif --output "$XINDAYA_SARIF"); fi
if [ -n "${XINDAYA_HTML:-}" ]; then reports+=(--format html --output "$XINDAYA_HTML"); fi
summary=
if [ "${XINDAYA_SUMMARY:-true}" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  summary=$(mktemp -d)/summary.md
  reports+=(--format markdown --output "$summary")
fi

# an installed one goes first, so that a project's own version counts
if [ -n "${XINDAYA_COMMAND:-}" ]; then
  command=("$XINDAYA_COMMAND")
elif [ -x node_modules/.bin/xindaya ]; then
  command=(node_modules/.bin/xindaya)
else
  command=(npx --yes "xindaya@${XINDAYA_VERSION:-latest}")
fi

"${command[@]}" "${reports[@]}" ${args[@]+"${args[@]}"} -- "${files[@]}"
code=$?

if [ -n "$summary" ] && [ -f "$summary" ]; then cat "$summary" >>"$GITHUB_STEP_SUMMARY"; fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "exit-code=$code" >>"$GITHUB_OUTPUT"; fi
exit "$code"
