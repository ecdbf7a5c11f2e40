-- Starts xindaya for texts. Works from Neovim 0.7 on; put it in your configuration (lua/xindaya.lua, then require("xindaya")).
local filetypes = { "text", "markdown", "html", "tex", "plaintex", "gitcommit" }

local function root(path)
  local found = vim.fn.findfile("xindaya.config.yml", vim.fn.fnamemodify(path, ":h") .. ";")
  return vim.fn.fnamemodify(found ~= "" and found or path, ":p:h")
end

local function start(buffer)
  local path = vim.api.nvim_buf_get_name(buffer)
  local folder = path ~= "" and root(path) or vim.fn.getcwd()
  local config = {
    name = "xindaya",
    cmd = { "xindaya", "lsp", "--stdio" },
    root_dir = folder,
    workspace_folders = { { uri = vim.uri_from_fname(folder), name = folder } },
    -- the settings of docs/editors.md
    init_options = { codeLens = false },
  }
  -- vim.lsp.start (0.8 and newer) finds the client that runs already for this folder
  if vim.lsp.start then return vim.lsp.start(config, { bufnr = buffer }) end
  for id, client in pairs(vim.lsp.get_active_clients()) do
    if client.name == "xindaya" and client.config.root_dir == folder then return vim.lsp.buf_attach_client(buffer, client.id or id) end
  end
  vim.lsp.buf_attach_client(buffer, vim.lsp.start_client(config))
end

vim.api.nvim_create_autocmd("FileType", {
  pattern = filetypes,
  callback = function(event) start(event.buf) end,
})
