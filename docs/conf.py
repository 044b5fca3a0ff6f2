"""How Sphinx makes the documentation's site: `./dev docs`. Why these tools: adr/0004-sphinx-for-the-docs.md."""

project = "Playbook"
author = "the playbook authors"
extensions = ["myst_parser"]
exclude_patterns = ["_build"]

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = "Playbook"
html_static_path = ["_static"]
html_css_files = ["docs.css"]
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
html_theme_options = {"footer_icons": []}  # nothing on a page asks another host
