-- Drives Neovim with editors/neovim/xindaya.lua. Prints what it saw as JSON.
local config, file, out = vim.env.XINDAYA_CONFIG, vim.env.XINDAYA_FILE, vim.env.XINDAYA_OUT
local seen = {}
local function finish()
  vim.fn.writefile({ vim.fn.json_encode(seen) }, out)
  vim.cmd("qall!")
end
local ok, problem = pcall(function()
  dofile(config)
  vim.cmd("filetype on")
  vim.cmd("edit " .. vim.fn.fnameescape(file))
  local buffer = vim.api.nvim_get_current_buf()
  local function messages()
    return vim.tbl_map(function(item) return item.message end, vim.diagnostic.get(buffer))
  end
  local function ask(method, params)
    for _, answer in pairs(vim.lsp.buf_request_sync(buffer, method, params, 10000) or {}) do
      if answer.result then return answer.result end
    end
  end
  vim.wait(15000, function() return #vim.diagnostic.get(buffer) > 0 end, 50)
  seen.before = messages()
  local first = vim.tbl_filter(function(item) return item.message:find("niubi nose") end, vim.diagnostic.get(buffer))[1]
  seen.severity = first.severity
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  local hover = ask("textDocument/hover", vim.lsp.util.make_position_params(0, "utf-16"))
  seen.hover = hover.contents.value
  local params = vim.lsp.util.make_range_params(0, "utf-16")
  params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(buffer, first.lnum) }
  local action = ask("textDocument/codeAction", params)[1]
  seen.action = action.title
  vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
  vim.wait(15000, function()
    return #vim.tbl_filter(function(message) return message:find("niubi nose") end, messages()) == 0
  end, 50)
  seen.after = messages()
  seen.text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n")
  local last = vim.api.nvim_buf_line_count(buffer)
  vim.api.nvim_buf_set_lines(buffer, last, last, false, { "We must grasp the 牛鼻子" })
  vim.api.nvim_win_set_cursor(0, { last + 1, #"We must grasp the 牛鼻子" })
  vim.cmd("startinsert!")
  local position = vim.lsp.util.make_position_params(0, "utf-16")
  position.position.character = 21
  local list = ask("textDocument/completion", position)
  seen.completion = vim.tbl_map(function(item) return item.label end, list.items or list)
end)
if not ok then seen.problem = tostring(problem) end
finish()
