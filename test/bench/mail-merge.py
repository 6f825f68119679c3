"""Merges households.csv into letter.fodt, as Writer's own mail merge does: mail-merge.py FOLDER PIPE.

Prints how long the start of the program took and how long the letters. Run by the benchmark of the receipts, beside a LibreOffice that listens at the pipe. LibreOffice speaks this way with
Python and with few others.
"""

import json
import pathlib
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.MailMergeType import FILE

BEGUN = time.monotonic()
LETTERS = "so-tri-an-letters"
folder = pathlib.Path(sys.argv[1]).as_uri()
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)


def office():
    """The LibreOffice that was started a moment ago, as soon as it listens."""
    until = time.monotonic() + 60
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={sys.argv[2]};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)


context = office()
started = time.monotonic()


def service(name):
    return context.ServiceManager.createInstanceWithContext(name, context)


databases = service("com.sun.star.sdb.DatabaseContext")
source = databases.createInstance()
source.URL = f"sdbc:flat:{folder}"
settings = {"Extension": "csv", "HeaderLine": True, "FieldDelimiter": ";", "CharSet": "UTF-8"}
source.Info = tuple(PropertyValue(name, 0, value, 0) for name, value in settings.items())
source.DatabaseDocument.storeAsURL(f"{folder}/letters.odb", ())
databases.registerObject(LETTERS, source)

merge = service("com.sun.star.text.MailMerge")
merge.DataSourceName = LETTERS
merge.Command = "households"
merge.CommandType = 0
merge.DocumentURL = f"{folder}/letter.fodt"
merge.OutputType = FILE
merge.OutputURL = folder
merge.FileNameFromColumn = False
merge.FileNamePrefix = "merged"
merge.SaveAsSingleFile = True
merge.SaveFilter = "writer_pdf_Export"
ready = time.monotonic()
merge.execute(())
merged = time.monotonic()
print(json.dumps({"startMs": (started - BEGUN) * 1000, "mergeMs": (merged - ready) * 1000}))
