"""A draft kept through crashes, full disks and second windows.

saved       put in its file, unless another hand changed that file meanwhile
versions    the drafts that were saved before, the named ones for ever
recovery    what was not saved yet when the program ended without being asked
claims      who has a draft open, so that two people never overwrite each other
desk        all of it for the drafts one program has open
running     a sign that a program is still there, which ends with it however it ends
"""
