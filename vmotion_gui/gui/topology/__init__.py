"""The estate as a picture: where things stand (`boxes`, `ties`, `layout`, `graph_layout`; no Qt), how they are drawn
(`style`, `glyphs`, `items_*`, `overlay`), and the view that shows them and answers the mouse (`scene`, `view`, `pane`).
"""
