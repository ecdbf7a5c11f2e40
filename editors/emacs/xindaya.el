;;; xindaya.el --- xindaya in texts, by eglot  -*- lexical-binding: t -*-
;; For Emacs 28 with eglot from ELPA, and for Emacs 29 and newer, which bring it.

(require 'eglot)

(add-to-list 'eglot-server-programs
             '((text-mode markdown-mode gfm-mode html-mode latex-mode) . ("xindaya" "lsp" "--stdio")))

(add-hook 'text-mode-hook #'eglot-ensure)

;; The settings of docs/editors.md; eglot sends them when they change.
(setq-default eglot-workspace-configuration '((:xindaya . (:codeLens :json-false))))

(provide 'xindaya)
;;; xindaya.el ends here
