/// Citation strings and the keys that a careful reader takes from them; written for these tests.
enum CitationTable {
  /// One string per line, ` => `, its keys in text order; `@place` before the first key is the place
  /// that the context gives.
  static let citations = #"""
    UU Nomor 22 Tahun 1999 => UU/1999/22
    UU No mor 22 T ahun 1999 => UU/1999/22
    Perda Kota Bandung No. 10 T ahun 2017 => PERDA-KOTA-BANDUNG/2017/10
    UU No. 22 Tahun 1999 => UU/1999/22
    UU No 22 Tahun 1999 => UU/1999/22
    UU No.22 Tahun 1999 => UU/1999/22
    UU No.22/1999 => UU/1999/22
    UU No. 22/1999 => UU/1999/22
    UU 22/1999 => UU/1999/22
    UU 22 Tahun 1999 => UU/1999/22
    UU RI Nomor 22 Tahun 1999 => UU/1999/22
    UU R.I. No. 22 Tahun 1999 => UU/1999/22
    U.U. No. 22 tahun 1999 => UU/1999/22
    uu no 22 tahun 1999 => UU/1999/22
    uu no. 23/2014 => UU/2014/23
    UU No, 23/2014 => UU/2014/23
    UU No 23/2014 => UU/2014/23
    Pasal 363, UU No, 23/2014 => UU/2014/23
    UU. No. 23 Tahun 2014 => UU/2014/23
    UU Nomor: 23 Tahun 2014 => UU/2014/23
    UU Nomor : 23 Tahun 2014 => UU/2014/23
    UU Nomor 23, Tahun 2014 => UU/2014/23
    UU Nomor 23. Tahun 2014 => UU/2014/23
    UU Nomor 23 Th. 2014 => UU/2014/23
    UU Nomor 23 thn 2014 => UU/2014/23
    UU No. 22/99 => UU/1999/22
    UU No. 5 Tahun 74 => UU/1974/5
    UU No. 32/04 => UU/2004/32
    Undang-Undang Nomor 32 Tahun 2004 tentang "Pemerintahan Daerah" => UU/2004/32
    Undang-Undang Nomor 37 Tahun 1999 tentang “Hubungan Luar Negeri” yang berisi penjelasan => UU/1999/37
    Undang-undang Nomor 24 Tahun 2000 => UU/2000/24
    undang-undang nomor 24 tahun 2000 => UU/2000/24
    UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 24 TAHUN 2000 TENTANG PERJANJIAN INTERNASIONAL => UU/2000/24
    Undang Undang Nomor 24 Tahun 2000 => UU/2000/24
    Undang- Undang Nomor 24 Tahun 2000 => UU/2000/24
    Undangundang Nomor 24 Tahun 2000 => UU/2000/24
    Undang–Undang Nomor 24 Tahun 2000 => UU/2000/24
    Undang-udang Nomor 16 tahun 1959 => UU/1959/16
    Undang-Undang (UU) Nomor 23 Tahun 2014 => UU/2014/23
    Undang-Undang No.23 Tahun 2014 => UU/2014/23
    Undang-Undang Nomor 23Tahun 2014 => UU/2014/23
    Undang-Undang Nomor 23 Tahun2014 => UU/2014/23
    Undang-Undang Nomor23Tahun2014 => UU/2014/23
    **Undang-Undang** Nomor 23 Tahun 2014 => UU/2014/23
    *Undang-Undang Nomor 23 Tahun 2014* => UU/2014/23
    Undang-Undang No 23 /2014 => UU/2014/23
    Undang-Undang Nr. 23 tahun 1948 => UU/1948/23
    Undang-Undang Nomor 8A Tahun 1950 => UU/1950/8A
    UU No. 22 dan 25 Tahun 1999 => UU/1999/22 UU/1999/25
    UU No. 22 Tahun 1999 dan No. 25 Tahun 1999 => UU/1999/22 UU/1999/25
    UU No. 22 Tahun 1999 dan UU No. 25 Tahun 1999 => UU/1999/22 UU/1999/25
    UU Nomor 32 dan Nomor 33 Tahun 2004 => UU/2004/32 UU/2004/33
    UU 22/1999 dan 25/1999 => UU/1999/22 UU/1999/25
    UU No. 22/1999, 25/1999 dan 32/2004 => UU/1999/22 UU/1999/25 UU/2004/32
    Undang-Undang Nomor 9, 10 dan 11 Tahun 1956 => UU/1956/9 UU/1956/10 UU/1956/11
    Undang-Undang Nomor 16 dan 17 Tahun 1950 => UU/1950/16 UU/1950/17
    Peraturan Pemerintah No. 7 jo. No. 18 tahun 1947 => PP/1947/7 PP/1947/18
    Undang-Undang Nomor 16 Tahun 1950 jo. Undang-Undang Nomor 13 Tahun 1954 => UU/1950/16 UU/1954/13
    Laws No. 22 and 25 of 1999 => UU/1999/22 UU/1999/25
    Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggara Negara, Undang-Undang Nomor 17 Tahun 2003 => UU/1999/28 UU/2003/17
    Law No. 23 of 2014 on Local Government => UU/2014/23
    Law Number 23 of 2014 => UU/2014/23
    Law Number 23 Year 2014 concerning Regional Government => UU/2014/23
    Law 23/2014 => UU/2014/23
    Law No. 23/2014 => UU/2014/23
    law no. 23 of 2014 => UU/2014/23
    the Law of the Republic of Indonesia Number 24 of 2000 on International Treaties => UU/2000/24
    Indonesian Law No. 37 of 1999 => UU/1999/37
    Act No. 5 of 1974 => UU/1974/5
    Article 363 of Law No. 23 of 2014 => UU/2014/23
    UU Darurat Nomor 12 Tahun 1951 => UUDRT/1951/12
    Undang-undang Darurat Nomor 11 Tahun 1957 => UUDRT/1957/11
    UU Drt. No. 7 Tahun 1955 => UUDRT/1955/7
    UU Nomor 12/Drt/1951 => UUDRT/1951/12
    Undang-undang Nomor 7 Drt Tahun 1955 => UUDRT/1955/7
    Undang-undang Nomor 19 Prp Tahun 1960 => PERPPU/1960/19
    Undang-undang No. 19 Prp. tahun 1960 => PERPPU/1960/19
    Undang-undang No. 56 Prp.Tahun 1960 => PERPPU/1960/56
    UU No. 51/Prp/1960 => PERPPU/1960/51
    UU No. 1/PNPS/1965 => PENPRES/1965/1
    Penetapan Presiden Nomor 1 Tahun 1965 => PENPRES/1965/1
    Perppu Nomor 2 Tahun 2014 => PERPPU/2014/2
    Perpu No. 1/2020 => PERPPU/2020/1
    Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2014 => PERPPU/2014/1
    Peraturan Pemerintah Pengganti Undang- Undang Nomor 3 Tahun 2005 => PERPPU/2005/3
    Peraturan Pemerintah Pengganti Undang-Undang (Perppu) Nomor 2 Tahun 2022 => PERPPU/2022/2
    Government Regulation in Lieu of Law No. 2 of 2022 => PERPPU/2022/2
    PP Nomor 28 Tahun 2018 => PP/2018/28
    PP No. 28 Tahun 2018 => PP/2018/28
    PP 28/2018 => PP/2018/28
    P.P. No. 10 tahun 1949 => PP/1949/10
    PP RI No. 28 Tahun 2018 => PP/2018/28
    Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah => PP/2018/28
    PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 38 TAHUN 2007 => PP/2007/38
    Peraturan Pemerintah (PP) Nomor 28 Tahun 2018 => PP/2018/28
    Peraturan Pusat Nomor 28 Tahun 2018 Tentang Kerjasama Daerah, menegaskan bahwa => PP/2018/28
    Peraturan Pernerintah Nomor 38 Tahun 2007 => PP/2007/38
    PERA.TURAN PEMERINTAH NOMOR 38 TAHUN 2007 => PP/2007/38
    PERA TURAN PEMERINTAH NOMOR 38 TAHUN 2007 => PP/2007/38
    PERATURANPEMERINTAH NOMOR 38 TAHUN 2007 => PP/2007/38
    Peraturan Pemerintah Nomor9 Tahun 2015 => PP/2015/9
    Peraturan Pemerintah Nomor 9 Tahun 2C 14 => PP/2014/9
    Peraturan Pemerintah Nomor 9 Tahun 2Ol2 => PP/2012/9
    Peraturan Pemerintah Nomor 9 Tahun 20 14 => PP/2014/9
    Peraturan Pemerintah Nomor 9 Tahun ^1960 => PP/1960/9
    Peraturan Pemerintah Nomor 1O Tahun 1999 => PP/1999/10
    Peraturan Pemerintah Nomor I Tahun 1999 => PP/1999/1
    Undang-Undang Nomor 24 Tahun 2000 ten tang Perjanjian Internasional => UU/2000/24
    Peraturan Pemerintah Tahun 1947 Nomor 22 => PP/1947/22
    Government Regulation Number 28 of 2018 => PP/2018/28
    Government Regulation No. 28/2018 => PP/2018/28
    government regulation number 28 of 2018 on regional cooperation => PP/2018/28
    Peraturan Presiden Nomor 87 Tahun 2014 => PERPRES/2014/87
    Perpres No. 87 Tahun 2014 => PERPRES/2014/87
    Perpres 18/2020 => PERPRES/2020/18
    Presidential Regulation No. 18 of 2020 => PERPRES/2020/18
    Keputusan Presiden Nomor 108 Tahun 2003 => KEPPRES/2003/108
    Keppres No. 108/2003 => KEPPRES/2003/108
    Presidential Decree No. 108 of 2003 => KEPPRES/2003/108
    Instruksi Presiden Nomor 3 Tahun 2003 => INPRES/2003/3
    Inpres 3/2003 => INPRES/2003/3
    surat Presiden Republik Indonesia No. 2826/HK/60 tanggal 22 Agustus 1960 => SURAT-PRESIDEN/1960/2826-HK
    Permendagri 3/2008 => PERMENDAGRI/2008/3
    Permendagri No. 3 Tahun 2008 => PERMENDAGRI/2008/3
    PERMENDAGRI NOMOR 3 TAHUN 2008 => PERMENDAGRI/2008/3
    Permendagri RI Nomor 74 Tahun 2012 => PERMENDAGRI/2012/74
    Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2008 tentang Pedoman Pelaksanaan Kerjasama => PERMENDAGRI/2008/3
    Peraturan Menteri Dalam Negeri (Permendagri) Nomor 3 Tahun 2008 => PERMENDAGRI/2008/3
    Peraturan Menteri Dalam Negeri Republik Indonesia Nomor 22 Tahun 2020 => PERMENDAGRI/2020/22
    Peraturan Mendagri No. 25/2020 => PERMENDAGRI/2020/25
    Peraturan Dalam Negeri Nomor 25 Tahun 2020 Tentang Tata Cara Kerjasama Daerah => PERMENDAGRI/2020/25
    Peraturan Menteri Nomor 25 Tahun 2020 tentang Tata Cara Kerja Sama Daerah => PERMENDAGRI/2020/25
    Permen No. 3 Tahun 2008 tentang Pedoman Pelaksanaan => PERMENDAGRI/2008/3
    Regulation of the Minister of Home Affairs No. 3 of 2008 => PERMENDAGRI/2008/3
    Minister of Home Affairs Regulation Number 25 of 2020 => PERMENDAGRI/2020/25
    Ministry of Home Affairs Regulation No. 3/2008 => PERMENDAGRI/2008/3
    Peraturan Menteri Luar Negeri No 9. Tahun 2006 => PERMENLU/2006/9
    Peraturan Menteri Luar Negeri Nomor 09/A/KP/XII/2006/01 => PERMENLU/2006/9
    Permenlu No. 09/A/KP/XII/2006/01 Tahun 2006 => PERMENLU/2006/9
    Permenlu 3/2019 => PERMENLU/2019/3
    Regulation of the Minister of Foreign Affairs No. 3 of 2019 => PERMENLU/2019/3
    Peraturan Menteri Keuangan Nomor 168/PMK.07/2008 => PERMENKEU/2008/168
    PMK No. 168/PMK.07/2008 => PERMENKEU/2008/168
    PMK 133/2022 => PERMENKEU/2022/133
    surat edaran Menteri Dalam Negeri No. 193 tahun 1993 => SE-MENDAGRI/1993/193
    Surat Edaran Mendagri Nomor 193/1652/PUOD tanggal 26 April 1993 => SE-MENDAGRI/1993/193
    Surat Edaran Menteri Dalam Negeri tanggal 26 April 1993 Nomor 193/1652/PUOD => SE-MENDAGRI/1993/193
    SE Mendagri No. 193 Tahun 1993 => SE-MENDAGRI/1993/193
    Surat Edaran Nomor 193 Tahun 1993 perihal Tata Cara Pembentukan Hubungan Kerjasama Antar Kota => SE-MENDAGRI/1993/193
    Surat Edaran Menteri Dalam Negeri Nomor 099/3250/SJ Tahun 2016 => SE-MENDAGRI/2016/099-3250-SJ
    Circular Letter of the Minister of Home Affairs No. 193 of 1993 => SE-MENDAGRI/1993/193
    Keputusan Menteri Dalam Negeri Nomor 29 Tahun 2002 => KEP-MENDAGRI/2002/29
    Kepmendagri No. 900.1.15.5-1317 Tahun 2023 => KEP-MENDAGRI/2023/900.1.15.5-1317
    Perda Kota Bandung No. 10 Tahun 2017 => PERDA-KOTA-BANDUNG/2017/10
    Perda Kota Bandung 10/2017 => PERDA-KOTA-BANDUNG/2017/10
    Peraturan Daerah Kota Bandung Nomor 10 Tahun 2017 tentang Penyelenggaraan Kerja Sama Daerah => PERDA-KOTA-BANDUNG/2017/10
    Peraturan Daerah (Perda) Kota Bandung Nomor 10 Tahun 2017 => PERDA-KOTA-BANDUNG/2017/10
    Peraturan Daerah Kota Bandung (Perda) Nomor 10 Tahun 2017 => PERDA-KOTA-BANDUNG/2017/10
    PERATURAN DAERAH KOTA BANDUNG NOMOR 10 TAHUN 2017 => PERDA-KOTA-BANDUNG/2017/10
    peraturan daerah kota bandung nomor 10 tahun 2017 => PERDA-KOTA-BANDUNG/2017/10
    Perda Bandung No. 10 Tahun 2017 => PERDA-KOTA-BANDUNG/2017/10
    Peraturan Daerah Nomor 10 Tahun 2017 yang menjelaskan => @kota-bandung PERDA-KOTA-BANDUNG/2017/10
    Perda No. 10/2017 => @kota-bandung PERDA-KOTA-BANDUNG/2017/10
    Perda Surabaya No. 3 Tahun 2007 => @kota-surabaya PERDA-KOTA-SURABAYA/2007/3
    Perda Kabupaten Bandung Barat Nomor 7 Tahun 2011 => PERDA-KABUPATEN-BANDUNG-BARAT/2011/7
    Perda Kab. Sleman No. 5 Tahun 2015 => PERDA-KABUPATEN-SLEMAN/2015/5
    Peraturan Daerah Kotamadya Daerah Tingkat II Bandung Nomor 10 Tahun 1989 => PERDA-KOTA-BANDUNG/1989/10
    Peraturan Daerah Provinsi Jawa Barat Nomor 12 Tahun 2010 => PERDA-PROVINSI-JAWA-BARAT/2010/12
    Perda Jawa Barat No. 12 Tahun 2010 => PERDA-PROVINSI-JAWA-BARAT/2010/12
    Perda DKI Jakarta Nomor 3 Tahun 2013 => PERDA-PROVINSI-DKI-JAKARTA/2013/3
    Perda Provinsi Daerah Khusus Ibukota Jakarta Nomor 3 Tahun 2013 => PERDA-PROVINSI-DKI-JAKARTA/2013/3
    Qanun Aceh Nomor 1 Tahun 2008 => QANUN-PROVINSI-ACEH/2008/1
    Qanun Kota Banda Aceh Nomor 2 Tahun 2012 => QANUN-KOTA-BANDA-ACEH/2012/2
    Regional Regulation of Bandung City No. 10 of 2017 => PERDA-KOTA-BANDUNG/2017/10
    Bandung City Regional Regulation No. 10 of 2017 => PERDA-KOTA-BANDUNG/2017/10
    Bandung City Regulation Number 10 of 2017 => PERDA-KOTA-BANDUNG/2017/10
    West Java Provincial Regulation No. 12 of 2010 => PERDA-PROVINSI-JAWA-BARAT/2010/12
    Bandung Mayor Regulation No. 5 of 2018 => PERWALI-KOTA-BANDUNG/2018/5
    Regulation of the Mayor of Bandung Number 5 of 2018 => PERWALI-KOTA-BANDUNG/2018/5
    Peraturan Wali Kota Bandung Nomor 5 Tahun 2018 => PERWALI-KOTA-BANDUNG/2018/5
    Peraturan Walikota Bandung Nomor 5 Tahun 2018 => PERWALI-KOTA-BANDUNG/2018/5
    Perwali Surabaya No. 10/2017 => PERWALI-KOTA-SURABAYA/2017/10
    Perwal Kota Bandung 5/2018 => PERWALI-KOTA-BANDUNG/2018/5
    Peraturan Bupati Sleman Nomor 20 Tahun 2019 => PERBUP-KABUPATEN-SLEMAN/2019/20
    Peraturan Gubernur Jawa Barat Nomor 9 Tahun 2018 => PERGUB-PROVINSI-JAWA-BARAT/2018/9
    Pergub DKI Jakarta No. 142/2019 => PERGUB-PROVINSI-DKI-JAKARTA/2019/142
    Peraturan Gubernur Jambi Nomor 4 Tahun 2017 => PERGUB-PROVINSI-JAMBI/2017/4
    Keputusan Wali Kota Bandung Nomor 188.45/22/436.1.2/2010 => KEPWALI-KOTA-BANDUNG/2010/188.45-22-436.1.2
    Keputusan Bupati Belu Nomor 5 Tahun 2003 => KEPBUP-KABUPATEN-BELU/2003/5
    Keputusan Dewan Perwakilan Rakyat Daerah Kabupaten Belu Nomor 5 Tahun 2003 => KEPDPRD-KABUPATEN-BELU/2003/5
    Ketetapan MPR Nomor III/MPR/2000 => TAP-MPR/2000/III
    TAP MPR No. III/MPR/2000 => TAP-MPR/2000/III
    Tap MPR Nomor XV/MPR/1998 => TAP-MPR/1998/XV
    Ketetapan M.P.R.S. Nomor XX/MPRS/1966 => TAP-MPRS/1966/XX
    Ketetapan Majelis Permusyawaratan Rakyat Republik Indonesia Nomor IV/MPR/2000 => TAP-MPR/2000/IV
    UUD 1945 => UUD/1945
    UUD NRI 1945 => UUD/1945
    UUD NRI Tahun 1945 => UUD/1945
    Undang-Undang Dasar Negara Republik Indonesia Tahun 1945 => UUD/1945
    Undang-Undang Dasar 1945 => UUD/1945
    Pasal 18 ayat (6) UUD 1945 => UUD/1945
    the 1945 Constitution => UUD/1945
    the 1945 Constitution of the Republic of Indonesia => UUD/1945
    Constitution of 1945 => UUD/1945
    Undang-undang Dasar Sementara Republik Indonesia Tahun 1950 => UUDS/1950
    Peraturan OJK Nomor 51/POJK.03/2017 => POJK/2017/51
    Peraturan Bank Indonesia Nomor 14 Tahun 2012 => PBI/2012/14
    (Undang-undang No. 86 tahun 1958, Lembaran Negara 1958 No. 162) => UU/1958/86
    Undang-Undang Nomor 23 Tahun 2014 (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) => UU/2014/23
    Perubahan Kedua atas Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah => UU/2004/32
    berdasarkan UU No. 32 Tahun 2004, PP No. 50 Tahun 2007, dan Permendagri No. 3 Tahun 2008 => UU/2004/32 PP/2007/50 PERMENDAGRI/2008/3
    Undang-Undang Nomor 24\nTahun 2000 => UU/2000/24
    Undang-\nUndang Nomor 24 Tahun 2000 => UU/2000/24
    Peraturan Menteri Dalam\nNegeri Nomor 3 Tahun 2008 => PERMENDAGRI/2008/3
    """#

  /// Strings that look like citations and are none, one per line.
  static let nearMisses = #"""
    SMA Nomor 5 Tahun 1999
    Sekolah Dasar Nomor 5 Tahun 2010 Bandung
    Nomor 5 Tahun
    Nomor 23 Tahun 2014
    No. 23/2014
    Telp. (0251) 8324111
    Telepon 022-4234793 Tahun 2014
    Fax. 022/4234793
    pp. 22-25
    pp. 12/1999
    pp 1999
    hlm. 22/1999
    halaman 23 tahun 2014
    Vol. 5 No. 2 Tahun 2014
    Volume 3, Nomor 1, Tahun 2018
    Jurnal Hukum No. 3 Tahun 2008
    Journal of Law No. 3 (2008)
    Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244
    Lembaran Negara Tahun 1999 Nomor 60
    Tambahan Lembaran Negara Republik Indonesia Nomor 5587
    Tambahan Lembaran Negara Nomor 3839 Tahun 1999
    Berita Negara Republik Indonesia Tahun 2020 Nomor 371
    Lembaran Daerah Kota Bandung Tahun 2017 Nomor 10
    Staatsblad 1925 Nomor 448
    Stbl. 1924 No. 419
    LN 1961/258
    TLN No. 2300
    State Gazette of 2014 Number 244
    PP Muhammadiyah Nomor 5 Tahun 2010
    PP Muhammadiyah 22/1999
    PP 0251-8324111
    UU No. 23
    UU Nomor 23
    UU 23
    UU tersebut
    Undang-Undang ini
    Undang-Undang Nomor 23 Tahun
    Undang-Undang Nomor ... Tahun ...
    Undang-Undang Nomor … Tahun … tentang …
    Undang-Undang Nomor ___ Tahun ____
    Undang-Undang Pemerintahan Daerah
    undang-undang tahun 2014
    peraturan perundang-undangan tahun 2014
    ketentuan perundang-undangan yang ada
    Undang-Undang Dasar Nomor 5
    Undang-Undang Dasar
    Kitab Undang-Undang Hukum Pidana
    Kitab Undang-Undang Hukum Perdata Pasal 1338
    Peraturan Pemerintah Nomor 10
    Peraturan Pemerintah tahun 2018
    Peraturan Pemerintah ini mulai berlaku pada tanggal 1 Januari 2018
    Pasal 5 ayat (1)
    Pasal 363
    Article 5 of the agreement of 2014
    Peraturan Daerah tahun 2017
    Peraturan Daerah yang mengatur kerja sama 10/2017
    peraturan daerah tentang sampah
    Perda yang dibuat tahun 2017
    Pemerintah Daerah Nomor 10 Tahun 2017
    Peraturan sekolah Nomor 10 Tahun 2017
    Peraturan Perusahaan Nomor 10 Tahun 2017
    Peraturan Pusat Nomor 999 Tahun 2018
    Peraturan Dalam Negeri Nomor 998 Tahun 2020
    Peraturan Pusat Nomor 28 Tahun 2018 tentang Perikanan Tangkap
    Keputusan rapat Nomor 5 Tahun 2014
    Keputusan Kepala Sekolah Nomor 5 Tahun 2014
    Surat Tanda Nomor Kendaraan Tahun 2014
    Surat Pemberitahuan Tahunan Tahun 2014
    Surat Nomor 5 Tahun 2014
    Surat kerja sama Nomor 5 Tahun 2014
    Nota Kesepahaman Nomor 5 Tahun 2016
    MoU No. 5 of 2016
    Letter of Intent Number 3 of 2015
    Memorandum of Understanding 12/2016
    Agreement No. 4 of 2016
    Resolution No. 5 of 2014
    Room No. 5 of 2014
    Bus No. 23 of 2014
    the law of 2014
    the law was passed in 2014
    rule of law 2014
    Law Faculty 23/2014
    law school in 2014
    Law Review 23 (2014)
    mother-in-law 23/2014 visit
    law 23/2014
    Local Government 23/2014
    regulation 3 of the agreement
    Regulation No. 3 of 2008
    the act of 5 in 2014
    act 5 of 2014
    SE 5 km
    S.E., M.M.
    Ahmad, S.E., 12/2014
    se 12/2014
    seluruh Nomor 5 Tahun 2014
    Nomor Induk Kependudukan Tahun 2014
    NIP 19740523 200212 1 002
    ISBN 978-602-1234-56-7
    ISSN 2302-0393
    Perum Bumi Indah No. 5 Tahun 2014
    Jalan Peraturan No. 22/1999
    Jalan Undang No. 22/1999
    RT 05/RW 2014
    tanggal 22/10/1999
    Tahun Anggaran 2014/2015
    tahun 1999 dan 2000
    22/1999 dan 25/1999
    Kota Bandung Nomor 10 Tahun 2017
    Wali Kota Bandung tahun 2017
    Gubernur Jawa Barat Nomor urut 2 Tahun 2018
    Tap air Nomor 5 Tahun 2010
    Inspirasi 3/2003
    Perda-i 10/2017
    constitution of the association in 2014
    Constitution Day 1946
    UUD 1955
    Konstitusi 1949
    UU 12/3456
    UU Nomor 5 Tahun 3014
    UU Nomor 5 Tahun 20 orang
    PP Nomor 000 Tahun 2018
    Undang-Undang Nomor tahun 2014
    Perwali (Persatuan Wali Murid) 2017
    """#
}
