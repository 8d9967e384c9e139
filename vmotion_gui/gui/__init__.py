"""The window: the only part of the program that knows Qt.

`session` is the open lab as widgets see it, `selection` what is selected; `topology`, `charts`, `docks`, `dialogs` and
`drag` hold the widgets by what they are for.
"""
