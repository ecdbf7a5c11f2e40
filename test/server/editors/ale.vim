" Drives Vim with editors/vim/xindaya.vim. Writes the messages of the location list.
set nocompatible
filetype plugin on
packadd ale
execute 'source' $XINDAYA_CONFIG
let g:ale_linters = {'text': ['xindaya']}
execute 'edit' fnameescape($XINDAYA_FILE)
setfiletype text
ALELint
let s:turns = 0
while s:turns < 200 && empty(getloclist(0))
  sleep 100m
  let s:turns += 1
endwhile
call writefile([json_encode({'before': map(getloclist(0), 'v:val.text')})], $XINDAYA_OUT)
qall!
