use super::*;

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], length.as_slice(), data].concat()
}

/// A photograph by its form, with everything that cameras write.
fn photograph() -> Vec<u8> {
    let tiff = [
        b"II\x2a\0\x08\0\0\0\x02\0".as_slice(),
        b"\x0f\x01\x02\0\x08\0\0\0\x26\0\0\0",
        b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0",
        b"\0\0\0\0Canary\0\0",
    ]
    .concat();
    [
        vec![0xff, 0xd8],
        segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01Canary"),
        segment(0xe1, &[b"Exif\0\0".as_slice(), &tiff].concat()),
        segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0Canary"),
        segment(0xe2, b"ICC_PROFILE\0Canary"),
        segment(0xed, b"Photoshop 3.0\0Canary"),
        segment(0xee, b"Adobe\0\x64\0\0\0\0\x01Canary"),
        segment(0xfe, b"Canary"),
        segment(0xdb, &[7; 65]),
        segment(0xda, b"\x01\x01\0\0\x3f\0"),
        vec![1, 2, 0xff, 0, 3, 0xff, 0xd0, 4],
        segment(0xc4, &[9; 20]),
        segment(0xda, b"\x01\x01\0\0\x3f\0"),
        vec![5, 6, 0xff, 0xd9],
        b"Canary film".to_vec(),
    ]
    .concat()
}

fn has(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|here| here == what)
}

#[test]
fn a_photograph_loses_all_that_it_says_and_stays_upright() {
    let cleaned = clean(&photograph()).unwrap().unwrap();
    assert!(!has(&cleaned.bytes, b"Canary"));
    for what in [
        "exif",
        "xmp",
        "icc",
        "iptc",
        "comment",
        "thumbnail",
        "trailing",
    ] {
        assert!(cleaned.removed.contains(&what), "{what}");
    }
    assert!(has(&cleaned.bytes, &[1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]));
    assert!(has(&cleaned.bytes, &[5, 6, 0xff, 0xd9]) && has(&cleaned.bytes, b"Adobe"));
    // Orientation 6, in an Exif of one entry.
    assert!(has(&cleaned.bytes, b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"));
    let again = clean(&cleaned.bytes).unwrap().unwrap();
    assert_eq!(again.bytes, cleaned.bytes);
}

#[test]
fn a_picture_loses_its_words() {
    let chunk = |name: &[u8], data: &[u8]| {
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        [length.as_slice(), name, data, &[0; 4]].concat()
    };
    let whole = [
        png::BEGIN.to_vec(),
        chunk(b"IHDR", &[0; 13]),
        chunk(b"tEXt", b"Author\0Canary"),
        chunk(b"eXIf", b"Canary"),
        chunk(b"tIME", b"Canary!"),
        chunk(b"vpAg", b"Canary"),
        chunk(b"IDAT", b"shown"),
        chunk(b"IEND", b""),
        b"Canary".to_vec(),
    ]
    .concat();
    let cleaned = clean(&whole).unwrap().unwrap();
    assert!(!has(&cleaned.bytes, b"Canary") && has(&cleaned.bytes, b"shown"));
    assert_eq!(
        cleaned.removed,
        ["text", "exif", "time", "other", "trailing"]
    );
    assert_eq!(clean(&cleaned.bytes).unwrap().unwrap().removed, [""; 0]);
}

/// Which way up a PNG is stays, and nothing beside it.
#[test]
fn a_turned_picture_stays_turned() {
    let chunk = |name: &[u8], data: &[u8]| {
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        [length.as_slice(), name, data, &[0; 4]].concat()
    };
    // Orientation 6 beside the name of a maker, little-endian.
    let mut exif = vec![b'I', b'I', 42, 0, 8, 0, 0, 0, 2, 0];
    exif.extend([0x0f, 1, 2, 0, 4, 0, 0, 0, b'C', b'n', b'r', 0]);
    exif.extend([0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0]);
    let whole = [
        png::BEGIN.to_vec(),
        chunk(b"IHDR", &[0; 13]),
        chunk(b"eXIf", &exif),
        chunk(b"IDAT", b"shown"),
        chunk(b"IEND", b""),
    ]
    .concat();
    let cleaned = clean(&whole).unwrap().unwrap();
    assert_eq!(cleaned.removed, ["exif"]);
    assert!(!has(&cleaned.bytes, b"Cnr"));
    let kept = [
        0, 0, 0, 26, b'e', b'X', b'I', b'f', b'M', b'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0,
        0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
    ];
    // The sum is that of another implementation (Python's `zlib.crc32`).
    assert!(
        has(
            &cleaned.bytes,
            &[&kept[..], &[0xd6, 0x67, 0x4b, 0x69]].concat()
        ),
        "{:x?}",
        cleaned.bytes
    );
    let again = clean(&cleaned.bytes).unwrap().unwrap();
    assert_eq!((again.bytes, again.removed), (cleaned.bytes, Vec::new()));
}

#[test]
fn what_is_cut_off_or_put_together_wrongly_is_no_image() {
    let whole = photograph();
    let scan = whole
        .windows(2)
        .position(|two| two == [0xff, 0xda])
        .unwrap();
    for end in 3..scan {
        assert!(clean(&whole[..end]).is_err(), "{end}");
    }
    // Within the picture itself it is shown as far as it goes, and within what hangs behind it whole.
    for end in scan + 10..whole.len() {
        if let Ok(cleaned) = clean(&whole[..end]) {
            assert!(!has(&cleaned.unwrap().bytes, b"Canary"));
        }
    }
    assert_eq!(clean(b"\x89PNG\r\n\x1a\n\0\0").unwrap_err(), Malformed);
    let unknown = [png::BEGIN.as_slice(), &[0; 4], b"XXXX", &[0; 4]].concat();
    assert_eq!(clean(&unknown).unwrap_err(), Malformed);
}

#[test]
fn segments_that_show_nothing_go_and_a_missing_end_is_told() {
    let whole = photograph();
    let begin = [0xff, 0xd8];
    for marker in [0xf0, 0x05, 0xbf, 0xfd] {
        let with = [&begin, &segment(marker, b"Canary")[..], &whole[2..]].concat();
        let cleaned = clean(&with).unwrap().unwrap();
        assert!(!has(&cleaned.bytes, b"Canary") && cleaned.removed.contains(&"other"));
        assert_eq!(cleaned.told, [""; 0]);
    }
    // Nobody can tell it from the picture.
    let end = whole
        .windows(2)
        .rposition(|two| two == [0xff, 0xd9])
        .unwrap();
    let unended = [&whole[..end], b"Canary"].concat();
    assert_eq!(clean(&unended).unwrap().unwrap().told, ["unseen"]);
}

fn chunk(name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_le_bytes();
    let even: &[u8] = if data.len() % 2 == 1 { &[0] } else { &[] };
    [&name, &length[..], data, even].concat()
}

fn riff(chunks: &[Vec<u8>]) -> Vec<u8> {
    let chunks = chunks.concat();
    let length = u32::try_from(chunks.len() + 4).unwrap().to_le_bytes();
    [b"RIFF", &length[..], b"WEBP", &chunks].concat()
}

#[test]
fn a_picture_of_the_web_loses_all_that_it_says_and_stays_upright() {
    let flags = [0x2e, 0, 0, 0, 9, 0, 0, 9, 0, 0];
    let tiff = b"II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0Canary";
    let moved = [
        &[7; 16][..],
        &chunk(*b"VP8 ", b"one"),
        &chunk(*b"note", b"Canary"),
    ]
    .concat();
    let whole = riff(&[
        chunk(*b"VP8X", &flags),
        chunk(*b"ICCP", b"Canary"),
        chunk(*b"ANIM", &[1; 6]),
        chunk(*b"ANMF", &moved),
        chunk(*b"EXIF", tiff),
        chunk(*b"XMP ", b"Canary!"),
        chunk(*b"what", b"Canary"),
    ]);
    let cleaned = clean(&[&whole[..], b"Canary"].concat()).unwrap().unwrap();
    assert!(!has(&cleaned.bytes, b"Canary") && has(&cleaned.bytes, &chunk(*b"VP8 ", b"one")));
    let mut removed = cleaned.removed.clone();
    removed.sort_unstable();
    assert_eq!(removed, ["exif", "icc", "other", "trailing", "xmp"]);
    // It says that it moves and which way up it is, and no more.
    assert_eq!(cleaned.bytes[20], 0x0a);
    assert!(has(&cleaned.bytes, b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"));
    let length = u32::from_le_bytes(cleaned.bytes[4..8].try_into().unwrap());
    assert_eq!(usize::try_from(length).unwrap() + 8, cleaned.bytes.len());
    let again = clean(&cleaned.bytes).unwrap().unwrap();
    assert_eq!((again.bytes, again.removed), (cleaned.bytes, Vec::new()));
    let simple = riff(&[chunk(*b"VP8L", b"two"), chunk(*b"EXIF", b"Canary")]);
    let cleaned = clean(&simple).unwrap().unwrap();
    assert_eq!(cleaned.bytes[..], riff(&[chunk(*b"VP8L", b"two")]));
    for end in 12..whole.len() {
        assert!(clean(&whole[..end]).is_err(), "{end}");
    }
    assert!(clean(&riff(&[chunk(*b"VP8X", &flags)])).is_err());
}

fn boxed(kind: [u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len() + 8).unwrap().to_be_bytes();
    [&length[..], &kind, body].concat()
}

/// A photograph of a telephone: two tiles and how they lie, a small picture, how far away all is, Exif, XMP, colours, a film behind it.
fn of_a_telephone() -> Vec<u8> {
    let pieces: [(&[u8; 4], &[u8], &[u8]); 7] = [
        (b"grid", b"Canary\0", b"\0\0\0\x01\0\x02\0\x01"),
        (b"hvc1", b"\0", b"left half"),
        (b"hvc1", b"\0", b"right half"),
        (b"hvc1", b"\0", b"Canary small"),
        (b"hvc1", b"\0", b"Canary far"),
        (b"Exif", b"Canary\0", b"Canary exif"),
        (b"mime", b"\0application/rdf+xml\0", b"Canary xmp"),
    ];
    let named = |id: u8, (kind, said, _): &(&[u8; 4], &[u8], &[u8])| {
        boxed(
            *b"infe",
            &[b"\x02\0\0\0\0", &[id, 0, 0][..], &kind[..], said].concat(),
        )
    };
    let iinf: Vec<u8> = (1..)
        .zip(&pieces)
        .flat_map(|(id, piece)| named(id, piece))
        .collect();
    let refer = |kind: [u8; 4], from, to: &[u8]| {
        let many = u8::try_from(to.len()).unwrap();
        let to: Vec<u8> = to.iter().flat_map(|to| [0, *to]).collect();
        boxed(kind, &[&[0, from, 0, many][..], &to].concat())
    };
    let iref = [
        refer(*b"dimg", 1, &[2, 3]),
        refer(*b"thmb", 4, &[1]),
        refer(*b"auxl", 5, &[1]),
        refer(*b"cdsc", 6, &[1]),
        refer(*b"cdsc", 7, &[1]),
    ]
    .concat();
    let properties = [
        boxed(*b"hvcC", b"decoder"),
        boxed(*b"irot", b"\x01"),
        boxed(*b"colr", b"profCanary"),
        boxed(*b"auxC", b"\0\0\0\0urn:mpeg:hevc:2015:auxid:2\0"),
        boxed(*b"udes", b"\0\0\0\0Canary\0"),
    ]
    .concat();
    // The third must be understood.
    let bound = boxed(*b"ipma", b"\0\0\0\0\0\0\0\x01\0\x01\x03\x81\x02\x83");
    let iprp = [boxed(*b"ipco", &properties), bound].concat();
    let meta = |at: usize| {
        let mut iloc = vec![0, 0, 0, 0, 0x44, 0, 0, 7];
        let mut at = at;
        for (id, (_, _, lies)) in (1..).zip(&pieces) {
            iloc.extend([0, id, 0, 0, 0, 1]);
            iloc.extend(u32::try_from(at).unwrap().to_be_bytes());
            iloc.extend(u32::try_from(lies.len()).unwrap().to_be_bytes());
            // Between two lies what neither holds.
            at += lies.len() + b"Canary".len();
        }
        let parts = [
            boxed(
                *b"hdlr",
                &[&[0; 8][..], b"pict", &[0; 12], b"Canary\0"].concat(),
            ),
            boxed(*b"pitm", &[0, 0, 0, 0, 0, 1]),
            boxed(*b"iinf", &[&[0, 0, 0, 0, 0, 7][..], &iinf].concat()),
            boxed(*b"iref", &[&[0; 4][..], &iref].concat()),
            boxed(*b"iprp", &iprp),
            boxed(*b"iloc", &iloc),
            boxed(*b"uuid", b"Canary"),
        ];
        boxed(*b"meta", &[&[0; 4][..], &parts.concat()].concat())
    };
    let ftyp = boxed(*b"ftyp", b"heic\0\0\0\0mif1heic");
    let data = pieces
        .map(|(_, _, lies)| [lies, b"Canary"].concat())
        .concat();
    let meta = meta(ftyp.len() + meta(0).len() + 8);
    [
        ftyp,
        meta,
        boxed(*b"mdat", &data),
        boxed(*b"mpvd", b"Canary"),
        b"Canary".to_vec(),
    ]
    .concat()
}

#[test]
fn a_photograph_of_a_telephone_keeps_what_it_shows_in_its_place() {
    let whole = of_a_telephone();
    assert_eq!(Sort::of(&whole), Sort::Heif);
    let cleaned = clean(&whole).unwrap().unwrap();
    assert!(
        !has(&cleaned.bytes, b"Canary"),
        "{:?}",
        cleaned.bytes.escape_ascii().to_string()
    );
    assert_eq!(cleaned.bytes.len() + b"Canary".len(), whole.len());
    for stays in [
        &b"left half"[..],
        b"right half",
        b"decoder",
        b"irot\x01",
        b"dimg",
    ] {
        let place = |bytes: &[u8]| bytes.windows(stays.len()).position(|here| here == stays);
        assert!(
            place(&whole).is_some_and(|at| place(&cleaned.bytes) == Some(at)),
            "{stays:?}"
        );
    }
    for goes in [
        &b"Exif"[..],
        b"mime",
        b"thmb",
        b"auxl",
        b"cdsc",
        b"colr",
        b"mpvd",
        b"uuid",
    ] {
        assert!(has(&whole, goes) && !has(&cleaned.bytes, goes), "{goes:?}");
    }
    // Nobody must understand the colours that are none now; the decoder still.
    assert!(has(&cleaned.bytes, b"\0\x01\x03\x81\x02\x03"));
    let mut removed = cleaned.removed.clone();
    removed.sort_unstable();
    let all = [
        "exif",
        "icc",
        "other",
        "text",
        "thumbnail",
        "trailing",
        "xmp",
    ];
    assert_eq!(removed, all);
    let again = clean(&cleaned.bytes).unwrap().unwrap();
    assert_eq!((again.bytes, again.removed), (cleaned.bytes, Vec::new()));
}

/// Two pages of a scanner, each in its own end of numbers, and a small picture of the first between them.
fn scanned(little: bool) -> Vec<u8> {
    let number = |number: usize, size: usize| {
        let all = number.to_le_bytes();
        let digits = all[..size].iter().copied();
        if little {
            digits.collect::<Vec<u8>>()
        } else {
            digits.rev().collect()
        }
    };
    let mut whole = if little {
        b"II".to_vec()
    } else {
        b"MM".to_vec()
    };
    whole.extend(number(42, 2));
    let mut named = whole.len();
    whole.extend([0; 4]);
    for (piece, is_small) in [
        (&b"first page"[..], 0),
        (b"Canary small", 1),
        (b"second page", 0),
    ] {
        let at = whole.len();
        whole.extend(piece);
        let long = whole.len();
        whole.extend(b"Canary of a maker");
        whole.extend(b"bits per");
        let here = whole.len();
        whole.splice(named..named + 4, number(here, 4));
        let entries = [
            (254, 4, 1, is_small),
            (258, 3, 4, long + 17),
            (259, 3, 1, 1),
            (262, 3, 1, 1),
            (271, 2, 17, long),
            (273, 4, 1, at),
            (274, 3, 1, 6),
            (279, 4, 1, piece.len()),
            (34665, 4, 1, long),
        ];
        whole.extend(number(entries.len(), 2));
        for (tag, kind, many, value) in entries {
            whole.extend(number(tag, 2));
            whole.extend(number(kind, 2));
            whole.extend(number(many, 4));
            let size = if kind == 3 && many == 1 { 2 } else { 4 };
            whole.extend(number(value, size));
            whole.extend(vec![0; 4 - size]);
        }
        named = whole.len();
        whole.extend([0; 4]);
    }
    [&whole[..], b"Canary"].concat()
}

#[test]
fn pages_of_a_scanner_stay_and_nothing_beside_them() {
    for little in [true, false] {
        let whole = scanned(little);
        assert_eq!(Sort::of(&whole), Sort::Tiff);
        let cleaned = clean(&whole).unwrap().unwrap();
        assert!(!has(&cleaned.bytes, b"Canary"));
        for stays in [&b"first page"[..], b"second page", b"bits per"] {
            let place = |bytes: &[u8]| bytes.windows(stays.len()).position(|here| here == stays);
            assert!(place(&whole).is_some_and(|at| place(&cleaned.bytes) == Some(at)));
        }
        let mut removed = cleaned.removed.clone();
        removed.sort_unstable();
        assert_eq!(removed, ["exif", "other", "text", "thumbnail"]);
        // Which way up it is stays; a page that is not whole, or a camera's own form, is none that is read here.
        let turned: [u8; 4] = if little { [18, 1, 3, 0] } else { [1, 18, 0, 3] };
        assert!(has(&cleaned.bytes, &turned));
        let again = clean(&cleaned.bytes).unwrap().unwrap();
        assert_eq!((again.bytes, again.removed), (cleaned.bytes, Vec::new()));
        assert_eq!(Sort::of(&whole[..whole.len() - 20]), Sort::Closed);
        let camera = |tag: u16| {
            if little {
                tag.to_le_bytes()
            } else {
                tag.to_be_bytes()
            }
        };
        let at = whole
            .windows(2)
            .position(|here| here == camera(34665))
            .unwrap();
        let mut raw = whole;
        raw.splice(at..at + 2, camera(50706));
        assert_eq!(Sort::of(&raw), Sort::Closed);
    }
}

/// How see-through a picture is shows; how far away everything was does not.
#[test]
fn what_a_telephone_adds_stays_where_it_shows() {
    let whole = of_a_telephone();
    let at = whole
        .windows(8)
        .position(|here| here == b"auxid:2\0")
        .unwrap();
    let mut clear = whole;
    clear[at + 6] = b'1';
    let cleaned = clean(&clear).unwrap().unwrap();
    assert!(has(&cleaned.bytes, b"Canary far") && has(&cleaned.bytes, b"auxl"));
}

proptest::proptest! {
    /// Whatever a byte of it becomes: it is refused, or what it says is gone and the rest stands where it stood.
    #[test]
    fn a_broken_photograph_of_a_telephone_tells_no_more(at in 0_usize..900, byte: u8, end in 0_usize..900) {
        let mut whole = of_a_telephone();
        if let Some(place) = whole.get_mut(at) {
            *place = byte;
        }
        for bytes in [&whole[..], &whole[..end.min(whole.len())]] {
            if let Ok(Some(cleaned)) = clean(bytes) {
                proptest::prop_assert!(cleaned.bytes.len() <= bytes.len());
                let again = clean(&cleaned.bytes).unwrap().unwrap();
                proptest::prop_assert_eq!((again.bytes, again.removed), (cleaned.bytes, Vec::new()));
            }
        }
    }
}

#[test]
fn a_picture_that_moves_loses_its_remarks() {
    let begin = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff";
    let moves = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
    let wait = b"\x21\xf9\x04\0\x0a\0\0\0";
    let image = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
    let shown = [&begin[..], moves, wait, image].concat();
    let said = [
        &b"\x21\xfe\x06Canary\0"[..],
        b"\x21\xff\x0bXMP DataXMP\x06Canary\0",
        b"\x21\xff\x0bICCRGBG1012\x06Canary\0",
        b"\x21\xff\x0bANOTHER 1.0\x06Canary\0",
        b"\x21\x01\x0c\0\0\0\0\0\0\0\0\0\0\0\0\x06Canary\0",
        b"\x3bCanary",
    ];
    let cleaned = clean(&[&shown[..], &said.concat()].concat())
        .unwrap()
        .unwrap();
    assert_eq!(cleaned.bytes[..], [&shown[..], b"\x3b"].concat());
    let removed = ["comment", "xmp", "icc", "other", "text", "trailing"];
    assert_eq!(cleaned.removed, removed);
    // Without its end mark, as some programs leave it.
    let cleaned = clean(&shown).unwrap().unwrap();
    assert_eq!(
        (cleaned.bytes.last(), cleaned.removed),
        (Some(&0x3b), Vec::new())
    );
    for bad in [
        &begin[..],
        b"GIF89a",
        &[&begin[..], b"\x77"].concat(),
        &shown[..shown.len() - 3],
    ] {
        assert!(clean(bad).is_err(), "{bad:?}");
    }
}

/// Those that are not taken apart are known as such, so that nobody keeps them in the open.
#[test]
fn what_cameras_and_films_write_is_closed() {
    for begin in [
        &b"\0\0\0\x14ftypqt  "[..],
        b"\0\0\0\x18ftypMiHE",
        b"\0\0\0\x18ftypavis",
        b"\0\0\0\x18ftypmiaf",
        b"\0\0\0\x08wide\0\0",
        b"\0\0\x20\0moov",
        b"FUJIFILMCCD-RAW 0201",
        b"IIRS\x08\0\0\0",
        b"IIRO\x08\0\0\0",
        b"MMOR\0\0\0\x08",
    ] {
        assert_eq!(Sort::of(begin), Sort::Closed, "{begin:?}");
    }
}

#[test]
fn of_a_pdf_the_names_of_its_entries_are_told() {
    let pdf = b"%PDF-1.4\n1 0 obj<</Author (Canary)/Title ()/Producer<feff>/CreatorTool(x)>>endobj";
    assert_eq!(told(pdf), ["author", "producer"]);
    assert_eq!(told(b"%PDF-1.7 /ObjStm /Encrypt 5 0 R"), ["unseen"]);
    assert_eq!(told(b"%PDF-1.7 nothing"), [""; 0]);
    assert_eq!(
        told(b"%PDF-1.7 /#41uthor(Canary)/T#69tle#20(x)"),
        ["author"]
    );
    assert_eq!(
        told(b"%PDF-1.7 /T#69#74le (x) /#4fbjStm"),
        ["title", "unseen"]
    );
    assert_eq!(told(b"PK\x03\x04"), ["unknown"]);
    assert_eq!(told(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), ["unknown"]);
    assert_eq!(told(&photograph()), [""; 0]);
    assert_eq!(Sort::of(b"\xef\xbb\xbf%PDF-1.4"), Sort::Pdf);
    assert_eq!(Sort::of(b""), Sort::Other);
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write as _;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = zip::write::SimpleFileOptions::default();
        let packed = if *name == "mimetype" {
            options.compression_method(zip::CompressionMethod::Stored)
        } else {
            options
        };
        writer.start_file(*name, packed).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn of_an_office_file_what_its_parts_say_of_it_is_told() {
    let word = |more: &[(&str, &str)]| {
        let text = ("word/document.xml", "<w:document><w:p/></w:document>");
        packed(&[&[text], more].concat())
    };
    let core = |text: &str| format!("<cp:coreProperties>{text}</cp:coreProperties>");
    let author = core("<dc:creator>Canary</dc:creator><cp:lastModifiedBy/><dc:title> </dc:title>");
    let rels =
        r#"<Relationship Type="x/attachedTemplate" Target="file:///C:/Users/Canary/a.dotx"/>"#;
    for (parts, expected) in [
        (&[][..], &[][..]),
        (&[("docProps/core.xml", author.as_str())], &["author"]),
        (
            &[(
                "docProps/app.xml",
                "<Properties><Template>Normal.dotm</Template><Company>Canary</Company><Application>W</Application></Properties>",
            )],
            &["company", "creator"],
        ),
        (
            &[(
                "docProps/custom.xml",
                "<property name=\"Client\"><vt:lpwstr>Canary</vt:lpwstr></property>",
            )],
            &["properties"],
        ),
        (
            &[(
                "docProps/core.xml",
                "<dc:creator><!-- x -->Canary</dc:creator><dc:title><?x y?> </dc:title>",
            )],
            &["author"],
        ),
        (
            &[(
                "docProps/app.xml",
                "<Company><![CDATA[Canary]]></Company><Manager/><x>y</x>",
            )],
            &["company"],
        ),
        (
            &[("word/comments.xml", "<w:comment w:author=\"Canary\"/>")],
            &["comments"],
        ),
        (
            &[(
                "word/header1.xml",
                "<w:hdr><w:del w:author=\"Canary\"><w:delText>Canary</w:delText></w:del></w:hdr>",
            )],
            &["changes"],
        ),
        (&[("word/_rels/settings.xml.rels", rels)], &["path"]),
        (&[("word/media/image1.jpeg", "x")], &["pictures"]),
        (&[("docProps/thumbnail.jpeg", "x")], &["thumbnail"]),
        (&[("word/embeddings/sheet.xlsx", "x")], &["embedded"]),
        // Where nothing would be found.
        (
            &[("word/footer1.xml", "<\0w\0:\0d\0e\0l\0/\0>\0")],
            &["unseen"],
        ),
    ] {
        let whole = word(parts);
        assert_eq!(Sort::of(&whole), Sort::Office(Office::Docx));
        assert_eq!(told(&whole), expected, "{parts:?}");
        // Cut off anywhere it is never taken for one that says nothing.
        for end in (4..whole.len()).step_by(37) {
            assert!(!told(&whole[..end]).is_empty(), "{parts:?} {end}");
        }
    }
    let sheet = packed(&[
        (
            "xl/workbook.xml",
            "<workbook><x15ac:absPath url=\"C:\\Users\\Canary\\\"/></workbook>",
        ),
        (
            "xl/comments1.xml",
            "<comments><authors><author>Canary</author></authors></comments>",
        ),
    ]);
    assert_eq!(Sort::of(&sheet), Sort::Office(Office::Xlsx));
    assert_eq!(told(&sheet), ["path", "author"]);
    let text = packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        (
            "meta.xml",
            "<meta:initial-creator>Canary</meta:initial-creator><meta:generator>L</meta:generator>",
        ),
        (
            "content.xml",
            "<text:tracked-changes><text:changed-region/></text:tracked-changes><office:annotation/>",
        ),
    ]);
    assert_eq!(Sort::of(&text), Sort::Office(Office::Odt));
    assert_eq!(Sort::of(&text).ending(), "odt");
    assert_eq!(told(&text), ["author", "creator", "changes", "comments"]);
    // A part that unpacks to more than anybody writes ends the look.
    let bomb = " ".repeat(65 << 20);
    let bomb = word(&[("word/styles.xml", bomb.as_str())]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(told(&bomb), ["unseen"]);
}
