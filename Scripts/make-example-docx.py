#!/usr/bin/env python3
"""make-example-docx.py [--check] [OUTPUT]

Writes Examples/corpus/10-laporan-kerja-sama.docx: an office report with headings, a table, a
numbered list, a footnote and a page footer, as a word processor saves it. Needs nothing but the
standard library and gives the same parts every time. With --check nothing is written: the parts
of the file on disk are compared with those that would be, and the exit status is 1 if they differ.
"""
import os
import sys
import zipfile
from xml.sax.saxutils import escape

DEFAULT = os.path.join(os.path.dirname(__file__), "..", "Examples", "corpus", "10-laporan-kerja-sama.docx")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TITLE = "Laporan Ringkas Kerja Sama Luar Negeri Kota Bandung"

TABLE = [
    ["No.", "Mitra", "Naskah", "Tanggal", "Bidang", "Status"],
    ["1", "Kota Braunschweig, Jerman", "Piagam persahabatan", "24 Mei 1960", "Pemuda, olahraga, kebudayaan",
     "Berjalan"],
    ["2", "Kota Suwon, Korea Selatan", "MoU", "Agustus 1997", "Ekonomi, pendidikan, pariwisata", "Berjalan"],
    ["3", "Kota Hamamatsu, Jepang", "LoI", "19-12-2014", "Pengelolaan air", "Selesai, dilanjutkan dengan MoU"],
    ["4", "Kota Hamamatsu, Jepang", "MoU", "26-06-2019", "Pengelolaan air", "Diperpanjang 11 Agustus 2025"],
    ["5", "Kota Kawasaki, Jepang", "MoU", "2016", "Limbah padat, air limbah, energi, alih teknologi",
     "Diperpanjang 2020"],
]


def run(text, style=""):
    """A run: text that shares one formatting; `style` is the content of its properties."""
    properties = f"<w:rPr>{style}</w:rPr>" if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def bold(text):
    return run(text, "<w:b/>")


def italic(text):
    return run(text, "<w:i/>")


def footnote_mark(number):
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def paragraph(*runs, style=None, numbered=False):
    """A paragraph of runs; plain strings become runs without formatting."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered:
        properties += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    content = "".join(piece if piece.startswith("<w:r>") else run(piece) for piece in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>" if properties else f"<w:p>{content}</w:p>"


def table(rows):
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
                      for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    grid = "<w:tblGrid>" + '<w:gridCol w:w="1500"/>' * len(rows[0]) + "</w:tblGrid>"
    body = ""
    for index, row in enumerate(rows):
        repeat = "<w:trPr><w:tblHeader/></w:trPr>" if index == 0 else ""
        cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/></w:tcPr>'
                        f"{paragraph(bold(cell) if index == 0 else cell)}</w:tc>" for cell in row)
        body += f"<w:tr>{repeat}{cells}</w:tr>"
    return f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{grid}{body}</w:tbl>"


def body():
    return "".join([
        paragraph(TITLE, style="Title"),
        paragraph("Disusun dari sumber terbuka, keadaan sampai dengan September 2025"),
        paragraph("1. Pendahuluan", style="Heading1"),
        paragraph("Laporan ini merangkum kerja sama Kota Bandung dengan empat kota mitra di luar negeri: "
                  "Braunschweig, Suwon, Hamamatsu, dan Kawasaki. Setiap kegiatan dicatat menurut keadaannya: "
                  "terlaksana, terlaksana sebagian, berjalan, direncanakan, atau tidak terlaksana. Kegiatan yang "
                  "baru dibicarakan tidak dihitung sebagai hasil."),
        paragraph("2. Dasar hukum", style="Heading1"),
        # A name that the word processor split over several runs: it must still be read as one.
        paragraph("Kerja sama dilaksanakan berdasarkan Undang-Undang Nomor ", bold("23"), " Tahun ", bold("2014"),
                  " tentang Pemerintahan Daerah, Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama "
                  "Daerah, dan Permendagri Nomor 25 Tahun 2020. Di tingkat kota berlaku peraturan daerah tersendiri.",
                  footnote_mark(2)),
        paragraph("3. Naskah kerja sama", style="Heading1"),
        paragraph("Naskah yang tercatat adalah sebagai berikut."),
        table(TABLE),
        paragraph("Kerja sama dengan Kawasaki didahului oleh ", italic("Letter of Intent"), " (LoI). Sumber yang "
                  "tersedia tidak sepakat mengenai tahunnya: ada yang menyebut 2015, ada pula yang menyebut 2016."),
        paragraph("4. Pelaksanaan", style="Heading1"),
        paragraph("4.1 Hamamatsu", style="Heading2"),
        paragraph("Perumda Tirtawening mengirim enam karyawan ke Hamamatsu dalam Program Pelatihan Pencegahan "
                  "Kebocoran Air (2017–2019). Program tersebut telah selesai. Pada 17 Juli 2019 Pemerintah Kota "
                  "Hamamatsu menghibahkan dua unit alat pendeteksi kebocoran kepada Pemerintah Kota Bandung, yaitu "
                  "satu ", italic("Leak Locating Correlator"), " dan satu ", italic("Acoustic Leak Detector"), "."),
        paragraph("4.2 Kawasaki", style="Heading2"),
        paragraph("Pengelolaan limbah padat terlaksana, antara lain melalui gerakan Kang Pisman yang didukung "
                  "Pemerintah Kota Kawasaki. Manajemen energi tidak terlaksana. Hibah biodigester dari Kawasaki "
                  "masih direncanakan dan belum diterima oleh Bandung."),
        paragraph("4.3 Braunschweig dan Suwon", style="Heading2"),
        paragraph("Kegiatan dengan kedua kota ini berupa kunjungan dan pertukaran. Pada 18 Juni 2021 sebuah "
                  "jembatan di Braunschweig diberi nama Bandungbrücke. Pada April 2018 wakil Ajou University, Kyung "
                  "Hee University, dan Sungkyunkwan University dari Suwon berkunjung ke Bandung."),
        paragraph("5. Kendala", style="Heading1"),
        paragraph("Keterbatasan anggaran menghambat kerja sama dengan Kawasaki.", numbered=True),
        paragraph("Pandemi Covid-19 menghambat kerja sama dengan Hamamatsu.", numbered=True),
        paragraph("Transfer teknologi pengolahan air belum dilaksanakan karena mahal.", numbered=True),
        paragraph("6. Rencana", style="Heading1"),
        paragraph("Bersama Hamamatsu, pelatihan tenaga kerja terampil untuk sektor perawatan lansia direncanakan "
                  "dengan target 200 orang dalam setahun."),
    ])


def footnote(number, content, kind=""):
    return f'<w:footnote w:id="{number}"{kind}>{content}</w:footnote>'


def parts():
    """The parts of the package in the order in which they are stored: (name, XML)."""
    separator = footnote(0, "<w:p><w:r><w:separator/></w:r></w:p>", ' w:type="separator"')
    continuation = footnote(1, "<w:p><w:r><w:continuationSeparator/></w:r></w:p>", ' w:type="continuationSeparator"')
    note = footnote(2, "<w:p><w:r><w:footnoteRef/></w:r>" + run(
        " Peraturan Daerah Kota Bandung Nomor 10 Tahun 2017 tentang penyelenggaraan kerja sama daerah.") + "</w:p>")
    styles = ('<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
              '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>')
    styles += "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:pPr>{outline}</w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for key, name, outline, size in (
            ("Title", "Title", "", 36),
            ("Heading1", "heading 1", '<w:outlineLvl w:val="0"/>', 28),
            ("Heading2", "heading 2", '<w:outlineLvl w:val="1"/>', 24)))
    numbering = ('<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
                 '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
                 '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')
    section = ('<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
               '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')
    names = (("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"),
             ("footnotes", "footnotes"), ("footer1", "footer"))
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
                        for name, kind in names)
    relations = "".join(f'<Relationship Id="rId{i}" Type="{R}/{kind}" Target="{name}.xml"/>'
                        for i, (name, kind) in enumerate(names[1:], 1))
    core = f"{PACKAGE}/metadata/core-properties"
    return [
        ("[Content_Types].xml", f'{HEADER}<Types xmlns="{PACKAGE}/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/>'
         '<Override PartName="/docProps/core.xml" '
         'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' + overrides + "</Types>"),
        ("_rels/.rels", f'{HEADER}<Relationships xmlns="{PACKAGE}/relationships">'
         f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
         f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" '
         'Target="docProps/core.xml"/></Relationships>'),
        ("docProps/core.xml", f'{HEADER}<cp:coreProperties xmlns:cp="{core}" '
         'xmlns:dc="http://purl.org/dc/elements/1.1/">'
         f"<dc:title>{escape(TITLE)}</dc:title><dc:language>id</dc:language></cp:coreProperties>"),
        ("word/document.xml", f'{HEADER}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body()}{section}'
         "</w:body></w:document>"),
        ("word/styles.xml", f'{HEADER}<w:styles xmlns:w="{W}">{styles}</w:styles>'),
        ("word/numbering.xml", f'{HEADER}<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'),
        ("word/footnotes.xml", f'{HEADER}<w:footnotes xmlns:w="{W}">{separator}{continuation}{note}</w:footnotes>'),
        ("word/footer1.xml", f'{HEADER}<w:ftr xmlns:w="{W}">{paragraph("Laporan Ringkas – halaman 1")}</w:ftr>'),
        ("word/_rels/document.xml.rels", f'{HEADER}<Relationships xmlns="{PACKAGE}/relationships">{relations}'
         "</Relationships>"),
    ]


def write(path):
    with zipfile.ZipFile(path, "w") as package:
        for name, xml in parts():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, xml.encode("utf-8"), compresslevel=9)


def same(path):
    """Whether the file holds these parts; how they are compressed may differ between zlib versions."""
    with zipfile.ZipFile(path) as package:
        return [(name, package.read(name).decode("utf-8")) for name in package.namelist()] == parts()


def main():
    arguments = [a for a in sys.argv[1:] if a != "--check"]
    if len(arguments) > 1 or any(a.startswith("-") for a in arguments):
        sys.exit(__doc__)
    path = os.path.normpath(arguments[0] if arguments else DEFAULT)
    if "--check" in sys.argv[1:]:
        if not same(path):
            print(f"{path}: differs from what {os.path.basename(__file__)} writes", file=sys.stderr)
            sys.exit(1)
    else:
        write(path)


if __name__ == "__main__":
    main()
