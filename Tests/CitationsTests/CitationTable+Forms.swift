/// Further forms and noise: articles, lists, short and English forms, misnamed kinds, mistakes of
/// scanners, and what looks like a citation and is none.
extension CitationTable {
  /// As ``citations``.
  static let forms = #"""
    Pasal 363 UU 23/2014 => UU/2014/23
    Pasal 363 ayat (1) UU No. 23 Tahun 2014 => UU/2014/23
    Pasal 35 ayat (1) huruf a Undang-Undang Nomor 37 Tahun 1999 => UU/1999/37
    pasal 5 ayat 2 UUD 1945 => UUD/1945
    Pasal 1 angka 3 Peraturan Pemerintah Nomor 28 Tahun 2018 => PP/2018/28
    Pasal 18A dan Pasal 18B UUD 1945 => UUD/1945
    Pasal 2, Pasal 3, dan Pasal 4 PP 28/2018 => PP/2018/28
    Pasal 12 Undang-undang Nomor 22 Tahun 1999 dan Pasal 5 Undang-undang Nomor 25 Tahun 1999 => UU/1999/22 UU/1999/25
    Article 5 paragraph (1) of Law No. 24 of 2000 => UU/2000/24
    Articles 10 and 11 of Law Number 24 of 2000 => UU/2000/24
    Undang-Undang Nomor 12 Tahun 2011 => UU/2011/12
    UNDANG-UNDANG NOMOR 12 TAHUN 2011 => UU/2011/12
    undang-undang nomor 12 tahun 2011 => UU/2011/12
    Undang-undang No.12 Tahun 2011 => UU/2011/12
    Undang-undang No. 12 tahun 2011 => UU/2011/12
    Undang-Undang No. 12/2011 => UU/2011/12
    Undang-Undang Republik Indonesia Nomor 12 Tahun 2011 => UU/2011/12
    Undang-Undang RI No. 12 Tahun 2011 => UU/2011/12
    UU RI 12/2011 => UU/2011/12
    UU RI No. 12/2011 => UU/2011/12
    UU No.12/2011 => UU/2011/12
    UU nomor 12 tahun 2011 => UU/2011/12
    UU NOMOR 12 TAHUN 2011 => UU/2011/12
    UU No. 12 Thn 2011 => UU/2011/12
    UU Nomor 12 Th 2011 => UU/2011/12
    Undang-Undang Nomer 12 Tahun 2011 => UU/2011/12
    Undang-Undang Nomor 12\nTahun 2011 => UU/2011/12
    Undang-Undang\nNomor 12 Tahun 2011 => UU/2011/12
    Undang-\nUndang Nomor 12 Tahun 2011 => UU/2011/12
    Undang -Undang Nomor 12 Tahun 2011 => UU/2011/12
    Undang - Undang Nomor 12 Tahun 2011 => UU/2011/12
    Undang-Undang Nomor  12  Tahun  2011 => UU/2011/12
    Undang-Undang Nomor 12 Tahun ^2011 => UU/2011/12
    ^Undang-Undang ^Nomor ^12 ^Tahun ^2011 => UU/2011/12
    Undang-Undang Nomor 12 Tahun 2O11 => UU/2011/12
    Undang-Undang Nomor 12 Tahun 2OL1 => UU/2011/12
    Undang-Undang Nomor 12 Tahun 2ol1 => UU/2011/12
    Undang-Undang Nomor 12 Tahun 20 11 => UU/2011/12
    Undang-Undang Nomor 2 1 Tahun 1999 => UU/1999/21
    Peraturan Pemerintah Nomor 1 2 Tahun 1999 => PP/1999/12
    Peraturan Pemerintah Nomor 10 0 Tahun 2000 => PP/2000/100
    Undang-Undang Nomor l2 Tahun 2011 => UU/2011/12
    Undang-Undang Nomor 1l Tahun 2010 => UU/2010/11
    Undang Nomor 32 Tahun 2004 => UU/2004/32
    UNDANG NOMOR 32 TAHUN 2004 => UU/2004/32
    Undang Undang No 32 Th 2004 => UU/2004/32
    Undang-Undang Nomor 12Tahun 2011 => UU/2011/12
    Undang-Undang Nomor12 Tahun 2011 => UU/2011/12
    UU. 12/2011 => UU/2011/12
    UU No. 12 dan No. 13 Tahun 2011 => UU/2011/12 UU/2011/13
    UU No. 12, 13, dan 14 Tahun 2011 => UU/2011/12 UU/2011/13 UU/2011/14
    UU 12/2011, 13/2011, dan 14/2011 => UU/2011/12 UU/2011/13 UU/2011/14
    UU Nomor 12 Tahun 2011 dan Nomor 13 Tahun 2012 => UU/2011/12 UU/2012/13
    UU No. 5 Tahun 1974 jo. UU No. 22 Tahun 1999 => UU/1974/5 UU/1999/22
    PP No. 6 dan 7 Tahun 1988 => PP/1988/6 PP/1988/7
    Laws No. 12 and 13 of 2011 => UU/2011/12 UU/2011/13
    Law No. 12 of 2011 and Law No. 13 of 2012 => UU/2011/12 UU/2012/13
    PP No.28/2018 => PP/2018/28
    PP nomor 28 tahun 2018 => PP/2018/28
    P.P. No. 28 Tahun 2018 => PP/2018/28
    PP RI 28/2018 => PP/2018/28
    Peraturan Pemerintah No. 28/2018 => PP/2018/28
    Peraturan Pemerintah No 28 Tahun 2018 => PP/2018/28
    Peraturan Pemerintah RI Nomor 28 Tahun 2018 => PP/2018/28
    Peraturan Pemerintah Republik Indonesia Nomor 28 Tahun 2018 => PP/2018/28
    Peraturan ^Pemerintah Nomor 28 Tahun 2018 => PP/2018/28
    PERA.TURAN PEMERINTAH NOMOR 28 TAHUN 2018 => PP/2018/28
    PERATURAN PEMERNTAH NOMOR 28 TAHUN 2018 => PP/2018/28
    Peraturan-Pemerintah Nomor 28 Tahun 2018 => PP/2018/28
    Peraturan\nPemerintah Nomor 28 Tahun 2018 => PP/2018/28
    Peraturan Pemerintah Nomor 28 Tahun 2018 ten tang Kerja Sama Daerah => PP/2018/28
    Peraturan Pemerintah Nomor 28 Tahun2018 => PP/2018/28
    Government Regulation No. 28 of 2018 => PP/2018/28
    Government Regulation Number 28 Year 2018 => PP/2018/28
    GOVERNMENT REGULATION NUMBER 28 OF 2018 => PP/2018/28
    Peraturan Pusat No. 28 Tahun 2018 => PP/2018/28
    Peraturan Pemerintah Pusat Nomor 28 Tahun 2018 => PP/2018/28
    Peraturan Dalam Negeri No. 25 Tahun 2020 => PERMENDAGRI/2020/25
    Perppu No. 2 Tahun 2014 => PERPPU/2014/2
    Perpu Nomor 3 Tahun 2005 => PERPPU/2005/3
    Peraturan Pemerintah Pengganti Undang-Undang No. 3 Tahun 2005 => PERPPU/2005/3
    Undang-undang Nomor 51 Prp Tahun 1960 => PERPPU/1960/51
    Undang-undang No. 5 Prp. Tahun 1964 => PERPPU/1964/5
    Undang-undang Darurat No. 12 Tahun 1951 => UUDRT/1951/12
    Keputusan Presiden Nomor 100 Tahun 1993 => KEPPRES/1993/100
    Keppres No. 100/1993 => KEPPRES/1993/100
    KEPPRES RI No. 108 Tahun 2003 => KEPPRES/2003/108
    Perpres 16/2018 => PERPRES/2018/16
    Perpres No. 16 Tahun 2018 => PERPRES/2018/16
    Peraturan Presiden RI Nomor 16 Tahun 2018 => PERPRES/2018/16
    peraturan Presiden Nomor 69 Tahun 2ol2 => PERPRES/2012/69
    Presidential Regulation Number 16 of 2018 => PERPRES/2018/16
    Inpres No. 3 Tahun 2003 => INPRES/2003/3
    Peraturan Menteri Dalam Negeri No. 3/2008 => PERMENDAGRI/2008/3
    Peraturan Mendagri Nomor 3 Tahun 2008 => PERMENDAGRI/2008/3
    Peraturan Menteri Dalam Negeri Republik Indonesia Nomor 25 Tahun 2020 => PERMENDAGRI/2020/25
    Minister of Home Affairs Regulation No. 3 of 2008 => PERMENDAGRI/2008/3
    Regulation of the Minister of Home Affairs Number 3 of 2008 => PERMENDAGRI/2008/3
    Permenlu No. 3 Tahun 2019 => PERMENLU/2019/3
    Peraturan Menteri Luar Negeri Nomor 3 Tahun 2019 => PERMENLU/2019/3
    Permenkeu Nomor 168 Tahun 2008 => PERMENKEU/2008/168
    Ketetapan MPR Nomor XV/MPR/1998 => TAP-MPR/1998/XV
    TAP MPR No. IV/MPR/2000 => TAP-MPR/2000/IV
    Ketetapan Majelis Permusyawaratan Rakyat Nomor II/MPR/1978 => TAP-MPR/1978/II
    Ketetapan MPRS No. XX/MPRS/1966 => TAP-MPRS/1966/XX
    Undang-undang Dasar Sementara 1950 => UUDS/1950
    PERDA KOTA BANDUNG NOMOR 10 TAHUN 2017 => PERDA-KOTA-BANDUNG/2017/10
    Peraturan Daerah Kota Bandung Nomor 10 Tahun 2017 => PERDA-KOTA-BANDUNG/2017/10
    Bandung City Regulation No. 10 of 2017 => PERDA-KOTA-BANDUNG/2017/10
    Peraturan Daerah Provinsi Jawa Barat Nomor 1 Tahun 2010 => PERDA-PROVINSI-JAWA-BARAT/2010/1
    Perda Provinsi Jawa Timur No. 2 Tahun 2012 => PERDA-PROVINSI-JAWA-TIMUR/2012/2
    Perda Kabupaten Bogor No. 4 Tahun 2015 => PERDA-KABUPATEN-BOGOR/2015/4
    Perda Nomor 10 Tahun 2017 => @kota-bandung PERDA-KOTA-BANDUNG/2017/10
    Perwali Bogor Nomor 5 Tahun 2019 => PERWALI-KOTA-BOGOR/2019/5
    Peraturan Wali Kota Surabaya Nomor 12 Tahun 2019 => PERWALI-KOTA-SURABAYA/2019/12
    Peraturan Walikota Surabaya No. 12 Tahun 2019 => PERWALI-KOTA-SURABAYA/2019/12
    Peraturan Bupati Sleman Nomor 7 Tahun 2016 => PERBUP-KABUPATEN-SLEMAN/2016/7
    Pergub Jawa Barat No. 3 Tahun 2018 => PERGUB-PROVINSI-JAWA-BARAT/2018/3
    Peraturan Gubernur Jawa Tengah Nomor 8 Tahun 2017 => PERGUB-PROVINSI-JAWA-TENGAH/2017/8
    Surat Presiden Republik Indonesia No. 2826/HK/1960 => SURAT-PRESIDEN/1960/2826-HK
    surat Presiden Republik Indonesia No.\n2826/HK/1960 tanggal 22 Agustus 1960 => SURAT-PRESIDEN/1960/2826-HK
    UU No. 22/1999 (LN 1999/60, TLN 3839) => UU/1999/22
    UU No. 22 Tahun 1999 (Lembaran Negara Tahun 1999 Nomor 60, Tambahan Lembaran Negara Nomor 3839) => UU/1999/22
    """#

  /// As ``nearMisses``.
  static let furtherNearMisses = #"""
    Telepon 022-4207706
    Tel. (022) 4232338/2014
    Faks 0251-8326001
    HP 0812 2014 1999
    Kode Pos 40115
    hlm. 12-14
    hal. 23
    halaman 22 sampai 25
    pp. 101–114
    pp. 23, 2014
    p. 22/1999
    jilid 2 nomor 3 tahun 2014
    Vol. 23 No. 2 (2014)
    Volume 12 Nomor 1 Tahun 2011
    edisi 3 tahun 2018
    No. 5, Tahun 2014
    Nomor 5 Tahun 2014
    nomor 23 tahun 2014
    Tahun 2014 Nomor 244
    Lembaran Negara Republik Indonesia Tahun 2009 Nomor 130
    Lembaran Negara Republik Indonesia Nomor 54 Tahun 2000
    (Lembaran Negara Tahun 1974 Nomor 38, Tambahan Lembaran Negara Nomor 3037)
    Tambahan Lembaran Negara Republik Indonesia Nomor 4437
    Lembaran Negara Nomor 75/1951
    Lembaran-Negara tahun 1957 No. 12
    Berita Negara Tahun 2016 Nomor 1371
    Lembaran Daerah Provinsi Jawa Barat Tahun 2010 Nomor 1
    Staatsblad 1847 Nomor 23
    Staatsblad Tahun 1931 Nomor 373
    SD Negeri Nomor 5 Tahun 2014
    SMP Negeri 5 Bandung tahun 2014
    SMA No. 3 Tahun 2008
    Sekolah Dasar Nomor 28 Tahun 2018
    Universitas Nomor 1 Tahun 2020
    Rumah No. 23 Tahun 2014
    Gang Undang Nomor 5
    Jalan Merdeka No. 22/1999
    Jl. Peraturan No. 5/2010
    Blok A No. 12/2011
    RT 22 RW 1999
    Kelas 12/2011
    Angkatan 23/2014
    Periode 2014/2019
    tahun ajaran 2013/2014
    Tahun Anggaran 2018
    tanggal 23 Oktober 2014
    23/10/2014
    12 Agustus 2011
    2014-09-30
    pukul 12.20/11
    Rp 23.2014
    23,2014 hektare
    skor 23/20
    suhu 28/18
    23 dari 2014 peserta
    2014 orang dalam 23 kelompok
    Kontrak Nomor 23 Tahun 2014
    Perjanjian Nomor 12 Tahun 2011
    Perjanjian Kerja Sama Nomor 5 Tahun 2016
    Nota Dinas Nomor 3 Tahun 2008
    Memorandum Nomor 9 Tahun 2015
    Akta Nomor 12 Tahun 2011
    Akta Notaris No. 22 Tahun 1999
    Sertifikat Nomor 100 Tahun 1993
    Surat Tugas Nomor 5 Tahun 2014
    Surat Kuasa Nomor 7 Tahun 2018
    Surat Perintah Nomor 8 Tahun 2017
    Berita Acara Nomor 3 Tahun 2019
    Laporan Nomor 12 Tahun 2011
    Putusan Nomor 5 Tahun 2014
    Putusan Mahkamah Agung Nomor 70 Tahun 2013
    Putusan Mahkamah Konstitusi Nomor 12 Tahun 2011
    Perkara Nomor 22 Tahun 1999
    Pengumuman Nomor 4 Tahun 2012
    Undangan Nomor 5 Tahun 2014
    Undangan No. 23/2014
    mengundang 23 negara pada 2014
    Perundang-undangan Nomor
    peraturan yang berlaku tahun 2014
    peraturan tersebut
    Peraturan ini
    peraturan nomor lima
    Peraturan kampus Nomor 12 Tahun 2011
    Peraturan Rektor Nomor 12 Tahun 2011
    Peraturan Desa yang berlaku
    Peraturan Tata Tertib Nomor 3 Tahun 2008
    Peraturan Organisasi Nomor 5 Tahun 2014
    Peraturan Dasar Nomor 5
    Keputusan Direktur Nomor 12 Tahun 2011
    Keputusan Rektor Nomor 23 Tahun 2014
    Keputusan Panitia Nomor 4 Tahun 2016
    Keputusan ini mulai berlaku pada 2014
    Pemerintah Nomor 28 Tahun 2018
    Pemerintah Kota Bandung Nomor 10 Tahun 2017
    Presiden Nomor 7 tahun 2014
    Presiden RI ke-7 tahun 2014
    Menteri Dalam Negeri tahun 2008
    Menteri Luar Negeri Nomor 3
    Wali Kota Bogor Nomor 5 Tahun 2019
    Bupati Sleman 7/2016
    Gubernur Nomor 3 Tahun 2018
    Daerah Nomor 10 Tahun 2017
    Republik Indonesia Nomor 12 Tahun 2011
    UU No. 12
    UU Nomor dua belas
    UU No. Tahun 2011
    UU Nomor ... Tahun 2011
    UU No. … Tahun …
    UU No. XX Tahun YYYY
    UU baru tahun 2011
    UU tahun 2011
    UU itu, 12/2011
    UU (2011)
    UU 2011
    Undang-Undang 2011
    Undang-Undang No.
    Undang-Undang Nomor (nomor) Tahun (tahun)
    Undang-Undang Nomor .... Tahun .... tentang (nama Undang-Undang)
    Peraturan Pemerintah Nomor … Tahun … tentang …
    Peraturan Daerah Nomor ... Tahun ... dicabut dan dinyatakan tidak berlaku
    Pada saat Undang-Undang ini mulai berlaku, Undang-Undang Nomor ... Tahun ... dicabut
    Undang-Undang ini mulai berlaku pada tanggal diundangkan
    Undang-Undang tentang Pemerintahan Daerah
    Rancangan Undang-Undang
    RUU Pemerintahan Daerah 2014
    Kitab Undang-Undang Hukum Acara Pidana
    KUHP Pasal 363
    KUHPerdata 1338
    Pasal 363 ayat (2)
    Pasal 23 tahun 2014
    Pasal 12/2011
    ayat (2) huruf a
    angka 23 tahun 2014
    Bab XII Tahun 2011
    Lampiran II Tahun 2011
    PP sebelumnya tahun 2018
    PP tersebut
    PP ini
    PP (2018)
    PP Nomor
    pp nomor
    PP Aisyiyah Nomor 3 Tahun 2015
    PPKM Nomor 15 Tahun 2021
    PPN 10/2020
    PPh Pasal 21 tahun 2014
    APP 28/2018
    Perpres tersebut
    Perpres tahun 2018
    Keppres itu
    Permendagri tersebut
    Permendagri tahun 2008
    Perda lama
    Perda Kota Bandung
    Perda itu dibuat pada 2017
    Perwali tahun 2019
    Surat Edaran tahun 1993
    surat edaran itu
    TAP tahun 2000
    Ketetapan rapat Nomor 5 Tahun 2000
    MPR Nomor 5 Tahun 2000
    UUD tahun lalu
    konstitusi tahun 1999
    Law and Order 23/2014
    Laws of 2014
    law enforcement in 2014
    the law, No. 5 on the list in 2014
    Martial law 1957
    Act II, Scene 3 of 2011
    an act of 2014
    the acts of 1999
    Action Plan No. 5 of 2014
    government regulation of 2018
    Government Report No. 28 of 2018
    Government Notice 28/2018
    Presidential Palace No. 16 of 2018
    presidential election 2014
    Ministry Report No. 3 of 2008
    Ministerial Meeting No. 3 of 2008
    City Regulation Day 2017
    Regional Regulation Forum 2017
    Regulation in 2014
    Circular economy 2014
    Decree Street 12/2011
    Section 23 of 2014
    Figure 23/2014
    Table 12 of 2011
    Chapter 5 of 2014
    Annex II of 2011
    Agenda 21 of 1992
    Resolution 1325 of 2000
    Directive 28/2018
    ISO 14001:2015
    ISBN 979-22-2014-1
    DOI 10.1109/2014.23
    NIM 12/2011
    NPM 1999/22
    Nomor Induk Mahasiswa 2014
    nomor urut 12 tahun 2011
    peringkat 12 pada tahun 2011
    ke-23 tahun 2014
    Liga 1 Tahun 2018
    Kongres Nomor 5 Tahun 2014
    Musyawarah Nasional ke-12 tahun 2011
    Konferensi No. 3 Tahun 2008
    """#
}
