"""Opens what was dropped: every sheet of every workbook, CSV and zip, as rows of cells, in the order of file time."""
import csv
import functools
import io
import itertools
import os
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import namedtuple

NS = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
REL = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'

Sheet = namedtuple('Sheet', 'file name rows')  # rows: lists of texts and numbers, None where a cell is empty


def dropped_files(paths):
    """All files in the folders (and single files), the oldest first, then by name."""
    found = []
    for path in paths:
        if os.path.isdir(path):
            found += [os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names]
        else:
            found.append(path)
    return sorted(found, key=lambda path: (os.stat(path).st_mtime_ns, os.path.basename(path)))


def sheets_of(path, rows=None):
    """Each sheet of one file; a zip is read as the files within. `rows`: no more than these of a workbook's sheet."""
    lower = path.lower()
    if lower.endswith(('.xlsx', '.xlsm')):
        with zipfile.ZipFile(path) as archive:
            yield from workbook_sheets(path, archive, rows)
    elif lower.endswith(('.csv', '.tsv')):
        with open(path, 'rb') as file:
            yield csv_sheet(path, file.read())
    elif lower.endswith('.zip'):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.lower().endswith(('.csv', '.tsv')):
                    yield csv_sheet(name, archive.read(name))
                elif name.lower().endswith(('.xlsx', '.xlsm')):
                    with zipfile.ZipFile(io.BytesIO(archive.read(name))) as inner:
                        yield from workbook_sheets(name, inner, rows)


def csv_sheet(name, content):
    try:
        text = content.decode('utf-8-sig')
    except UnicodeDecodeError:
        text = content.decode('cp1252')
    delimiter = '\t' if name.lower().endswith('.tsv') else ','
    rows = csv.reader(io.StringIO(text, newline=''), delimiter=delimiter)
    return Sheet(name, '', ([cell or None for cell in row] for row in rows))


def workbook_sheets(path, archive, rows):
    strings = shared_strings(archive)
    targets = {r.get('Id'): r.get('Target')
               for r in ElementTree.fromstring(archive.read('xl/_rels/workbook.xml.rels'))}
    for sheet in ElementTree.fromstring(archive.read('xl/workbook.xml')).iter(NS + 'sheet'):
        target = targets[sheet.get(REL)].lstrip('/')
        part = target if target.startswith('xl/') else 'xl/' + target
        yield Sheet(path, sheet.get('name'), list(sheet_rows(archive.read(part), strings, rows)))


def shared_strings(archive):
    if 'xl/sharedStrings.xml' not in archive.namelist():
        return []
    return [''.join(text.text or '' for text in item.iter(NS + 't'))
            for item in ElementTree.fromstring(archive.read('xl/sharedStrings.xml')).iter(NS + 'si')]


def sheet_rows(content, strings, limit):
    last = 0
    for row in row_elements(content, limit):
        number = int(row.get('r') or last + 1)
        for _ in range(last + 1, number):
            yield []
        last, cells = number, []
        for cell in row:
            column = column_of(cell.get('r'), len(cells))
            cells.extend([None] * (column - len(cells)))
            cells.append(cell_value(cell, strings))
        yield cells


def row_elements(content, limit):
    if limit is None:
        yield from ElementTree.fromstring(content).iter(NS + 'row')
        return
    parser = ElementTree.XMLPullParser(['end'])
    parser.feed(content[:20_000])
    rows = (element for _, element in parser.read_events() if element.tag == NS + 'row')
    yield from itertools.islice(rows, limit)


COLUMNS = {}


def column_of(reference, following):
    if not reference:
        return following
    letters = reference.rstrip('0123456789')
    if letters not in COLUMNS:
        number = 0
        for letter in letters:
            number = number * 26 + ord(letter) - 64
        COLUMNS[letters] = number - 1
    return COLUMNS[letters]


def cell_value(cell, strings):
    kind = cell.get('t')
    if kind == 'inlineStr':
        return ''.join(text.text or '' for text in cell.iter(NS + 't')) or None
    value = cell.find(NS + 'v')
    if value is None or value.text is None:
        return None
    if kind == 's':
        return strings[int(value.text)] or None
    if kind in ('str', 'b', 'e', 'd'):
        return value.text
    number = float('%.15g' % float(value.text))
    return int(number) if number.is_integer() else number


@functools.lru_cache(maxsize=200_000)
def plain(text):
    """Lower case, with single spaces, and without the marks around it."""
    return re.sub(r'\s+', ' ', str(text).replace('\u00a0', ' ')).strip().rstrip(':').strip().casefold()
