"""Run by the system's Python, which has LibreOffice's interface: accept and reject all changes of Word files there.

    python3 office_revisions.py PIPE FOLDER

Every *.docx of the folder becomes *.accepted and *.rejected beside it.
"""

import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def value(name: str, content: object) -> PropertyValue:
    one = PropertyValue()
    one.Name, one.Value = name, content
    return one


def connected(pipe: str):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def main() -> None:
    context = connected(sys.argv[1])
    create = context.ServiceManager.createInstanceWithContext
    desktop = create("com.sun.star.frame.Desktop", context)
    dispatcher = create("com.sun.star.frame.DispatchHelper", context)
    for path in sorted(Path(sys.argv[2]).glob("*.docx")):
        for verb, ending in (("Accept", ".accepted"), ("Reject", ".rejected")):
            opened = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (value("Hidden", True),))
            dispatcher.executeDispatch(opened.CurrentController.Frame, f".uno:{verb}AllTrackedChanges", "", 0, ())
            opened.storeToURL(path.with_suffix(ending).as_uri(), (value("FilterName", "MS Word 2007 XML"),))
            opened.close(True)
    desktop.terminate()


if __name__ == "__main__":
    main()
