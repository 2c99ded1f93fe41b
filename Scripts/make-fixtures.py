"""Converts the documents that the tests read into the formats that people have.

    make-fixtures.py FOLDER

Every NAME.md of FOLDER becomes text in three encodings, HTML, XML, DOCX, ODT, EPUB and PDF, by pandoc
(NAME.pandoc.*) and by LibreOffice (NAME.office.*). Times, random identities and pictures are taken
out, so that the same programs write the same bytes again.
"""

import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

# What pandoc and LibreOffice take for the present moment.
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1600000000", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
# Smart punctuation stays as it is written; the originals have no mark-up beyond what these say.
READER = "markdown-smart-citations-implicit_figures"
DAY = "2020-09-13T12:26:40Z"


def run(*command, **options):
    """Runs a program; its output is shown if it fails."""
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, **options)
    if done.returncode != 0:
        sys.exit(f"make-fixtures: {command[0]} failed: {done.stderr.decode(errors='replace')}")
    return done.stdout


def pandoc(source, target, *options):
    """Converts a file by pandoc; returns the target."""
    title = f"pagetitle={source.stem.split('.')[0]}"
    run("pandoc", "--standalone", "--from", READER, "--metadata", title, *options,
        "--output", str(target), str(source))
    return target


def office(source, kind, folder, profile):
    """Converts a file by LibreOffice into `folder`; returns what it wrote."""
    folder.mkdir(parents=True, exist_ok=True)
    run("soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind,
        "--outdir", str(folder), str(source))
    target = folder / f"{source.stem}.{kind.split(':')[0]}"
    if not target.exists():
        sys.exit(f"make-fixtures: soffice wrote no {target.name}")
    return target


# What differs from run to run in the XML of office files and books, and what is put in its place.
CHANGING = [
    (rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + DAY.encode()),
    (rb'(<meta property="dcterms:modified">)[^<]*', rb"\g<1>" + DAY.encode()),
    (rb"(<(?:dc:date|meta:creation-date)(?: [^>]*)?>)[^<]*", rb"\g<1>" + DAY.encode()),
    (rb"(<meta:editing-duration>)[^<]*", rb"\g<1>PT0S"),
    (rb"urn:uuid:[0-9a-f-]{36}", b"urn:uuid:00000000-0000-4000-8000-000000000000"),
    (rb' officeooo:(?:paragraph-)?rsid="[^"]*"', b""),
    (rb'(config:name="Rsid(?:Root)?"[^>]*>)\d+', rb"\g<1>1"),
]
# Parts that hold pictures, settings of windows, and fonts: no reader of documents wants them.
UNWANTED = re.compile(r"^(Thumbnails/|Configurations2/)")


def steady(content):
    """The bytes of an XML file without what changes from run to run."""
    for pattern, replacement in CHANGING:
        content = re.sub(pattern, replacement, content)
    return content


def repack(source, target):
    """Writes an archive again: parts in their order, one date, nothing that changes."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            if UNWANTED.match(entry.filename):
                continue
            content = steady(old.read(entry))
            if entry.filename == "META-INF/manifest.xml":
                content = re.sub(
                    rb'\s*<manifest:file-entry [^>]*full-path="(?:Thumbnails|Configurations2)/[^>]*>',
                    b"", content)
            plain = zipfile.ZipInfo(entry.filename, (2020, 9, 13, 12, 26, 40))
            plain.external_attr = 0o644 << 16
            stored = entry.filename == "mimetype"
            plain.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            new.writestr(plain, content, compresslevel=9)


def settle_pdf(source, target):
    """Copies a PDF; its times and identities keep their length, so that every offset stays right."""
    def zeros(match):
        return match[1] + re.sub(rb"[0-9A-Fa-f]", b"0", match[2]) + match[3]

    content = source.read_bytes()
    content = re.sub(rb"(/(?:CreationDate|ModDate) ?\(D:)(\d{14}[^)]*)(\))", zeros, content)
    content = re.sub(rb"(/ID ?\[)([^\]]*)(\])", zeros, content)
    content = re.sub(rb"(/DocChecksum ?/)([0-9A-F]+)(\b)", zeros, content)
    target.write_bytes(content)


# The body of the pages of a text with two columns.
COLUMNS = b'<style:columns fo:column-count="2" fo:column-gap="0.6cm"/>'


def with_columns(flat):
    """A flat OpenDocument text whose pages have two columns."""
    opened = re.compile(rb"(<style:page-layout-properties[^>]*?)(/?)>")

    def put(match):
        return match[1] + b">" + COLUMNS + (b"</style:page-layout-properties>" if match[2] else b"")

    without = re.sub(rb"<style:columns [^>]*/>", b"", flat)
    changed, count = opened.subn(put, without)
    if count == 0:
        sys.exit("make-fixtures: the flat OpenDocument text has no layout of pages")
    return changed


def convert(original, folder, work, profile):
    """Writes every format of one document."""
    name = original.stem
    text = pandoc(original, work / f"{name}.txt", "--to", "plain").read_text(encoding="utf-8")
    (folder / f"{name}.utf8.txt").write_bytes(text.encode("utf-8"))
    (folder / f"{name}.utf16.txt").write_bytes(text.encode("utf-16"))
    (folder / f"{name}.windows-1252.txt").write_bytes(text.encode("cp1252"))
    for ending, kind in [("html", "html5"), ("jats.xml", "jats_archiving"), ("tei.xml", "tei"),
                         ("docbook.xml", "docbook5")]:
        pandoc(original, folder / f"{name}.pandoc.{ending}", "--to", kind)
    for ending in ["docx", "odt", "epub"]:
        made = pandoc(original, work / f"{name}.{ending}")
        repack(made, folder / f"{name}.pandoc.{ending}")
    source = work / f"{name}.odt"
    made = work / "office"
    # LibreOffice's own EPUB has no headings and no lists, only paragraphs: it is left out.
    repack(office(source, "docx", made, profile), folder / f"{name}.office.docx")
    repack(office(work / f"{name}.docx", "odt", made, profile), folder / f"{name}.office.odt")
    page = office(source, "html:HTML (StarWriter):EmbedImages", made, profile)
    (folder / f"{name}.office.html").write_bytes(
        re.sub(rb'(<meta name="(?:created|changed)" content=")[^"]*', rb"\g<1>" + DAY.encode(),
               page.read_bytes()))
    flat = office(source, "fodt", made, profile)
    settle_pdf(office(source, "pdf", made, profile), folder / f"{name}.office.pdf")
    columns = work / f"{name}-columns.fodt"
    columns.write_bytes(with_columns(flat.read_bytes()))
    settle_pdf(office(columns, "pdf", made, profile), folder / f"{name}.columns.pdf")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: make-fixtures.py FOLDER")
    folder = Path(sys.argv[1])
    originals = sorted(path for path in folder.glob("*.md") if path.stem != "README")
    if not originals:
        sys.exit(f"make-fixtures: no documents in {folder}")
    with tempfile.TemporaryDirectory() as work:
        for original in originals:
            convert(original, folder, Path(work), Path(work) / "profile")


if __name__ == "__main__":
    main()
