"""The draft as A4 pages that are written on.

fonts, styles        which installed font stands for which of the standard, and how each kind of line is set
strips, building     the draft as a row of lines and table rows; a changed draft rebuilds what changed
setting, pages       a line broken by the grid; lines on pages
tree, view           what changed in a draft; strips, settings and pages together, without a widget
painting             pages on a screen or on paper
carets, moves        places in the draft, where they stand on the page, where keys lead from them
gestures, clips      keys and pastes as edits of the draft
desk                 where pages lie on the screen, and the carets on them
keys, hands, composing, paper    what keys, mouse and input methods do; the widget
"""
