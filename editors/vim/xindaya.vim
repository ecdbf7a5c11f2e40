" Vim with ALE: xindaya as a language server for texts.
call ale#Set('xindaya_executable', 'xindaya')

for s:filetype in ['text', 'markdown', 'html', 'tex', 'gitcommit']
  call ale#linter#Define(s:filetype, {
  \   'name': 'xindaya',
  \   'lsp': 'stdio',
  \   'executable': {buffer -> ale#Var(buffer, 'xindaya_executable')},
  \   'command': '%e lsp --stdio',
  \   'project_root': {buffer -> fnamemodify(ale#path#FindNearestFile(buffer, 'xindaya.config.yml') ?? bufname(buffer), ':p:h')},
  \ })
endfor
