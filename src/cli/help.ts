export const helpText = `xindaya: finds what machine translation from Chinese leaves in English

  xindaya [options] [files, folders, globs, or - for standard input]

  xindaya draft.txt                  one file
  xindaya "content/**/*.md" notes    all Markdown there, and all text in a folder
  pandoc -t plain x.docx | xindaya - standard input

Options
  -f, --format NAME        text (default) or json
      --preset NAME        recommended (default), strict, terms-only
      --rule ID[:LEVEL]    set one rule: --rule slogan:off --rule punctuation:error
  -q, --quiet              errors only
      --stdin-filename F   what to call standard input; its ending says how to read it
      --no-config          pass over configuration files
      --color, --no-color  colors, or none (default: in a terminal; NO_COLOR is obeyed)
  -h, --help               this
  -v, --version            the version

Exit code: 0 nothing worse than warnings, 1 errors found, 2 wrong use or an unreadable input
`;
