//! HEIC and AVIF: what the picture itself is made of is kept in its place, all other bytes are blanked. No length changes, so no place that
//! is named in the file has to be reckoned anew. After ISO/IEC 14496-12 (the boxes) and 23008-12 (the pictures in them).

use std::ops::Range;

use super::boxes::{Boxed, Reader, all, only};
use super::{Cleaned, Malformed};

/// What begins with one of these moves.
const MOVES: [&[u8; 4]; 3] = [b"msf1", b"hevc", b"avis"];

/// Pictures.
const BRANDS: [&[u8; 4]; 7] = [
    b"heic", b"heix", b"heim", b"heis", b"mif1", b"miaf", b"avif",
];

/// Things that show, or that say how others are put together.
const SHOWING: [&[u8; 4]; 7] = [
    b"hvc1", b"hev1", b"av01", b"avc1", b"grid", b"iden", b"iovl",
];

/// Properties without which a picture looks otherwise: its decoder, size, cut and turn.
const PROPERTIES: [&[u8; 4]; 16] = [
    b"hvcC", b"lhvC", b"av1C", b"avcC", b"ispe", b"pixi", b"pasp", b"irot", b"imir", b"clap",
    b"auxC", b"clli", b"mdcv", b"a1op", b"a1lx", b"lsel",
];

/// What a box or a thing is called that holds nothing.
const FREE: &[u8; 4] = b"free";

pub(super) fn begins(bytes: &[u8]) -> bool {
    let Ok(Some(first)) = Boxed::at(bytes, 0, bytes.len()) else {
        return false;
    };
    let said = bytes.get(first.body).unwrap_or_default();
    // Behind the first brand stands its version.
    let brands = || said.chunks(4).enumerate().filter(|(at, _)| *at != 1);
    let any = |of: &[&[u8; 4]]| brands().any(|(_, brand)| of.iter().any(|one| brand == *one));
    &first.kind == b"ftyp" && any(&BRANDS) && !any(&MOVES)
}

/// The parts of the file in which something stands that matters.
struct Parts {
    top: Vec<Boxed>,
    meta: Vec<Boxed>,
    of_properties: Vec<Boxed>,
    properties: Vec<Boxed>,
    /// Where the bytes of pictures lie.
    data: Vec<Range<usize>>,
}

impl Parts {
    fn of(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut top: Vec<Boxed> = Vec::new();
        let mut at = 0;
        while let Some(next) = Boxed::at(bytes, at, bytes.len()).unwrap_or_default() {
            at = next.body.end;
            top.push(next);
        }
        let meta = all(bytes, only(&top, *b"meta")?.behind(4)?)?;
        let of_properties = all(bytes, only(&meta, *b"iprp")?.body.clone())?;
        let properties = all(bytes, only(&of_properties, *b"ipco")?.body.clone())?;
        let data = (top.iter().filter(|part| &part.kind == b"mdat"))
            .chain(meta.iter().filter(|part| &part.kind == b"idat"))
            .map(|part| part.body.clone())
            .collect();
        Ok(Self {
            top,
            meta,
            of_properties,
            properties,
            data,
        })
    }
}

/// One of the things that the file holds: a picture, a piece of one, or something that is said of it.
struct Item {
    id: u64,
    kind: [u8; 4],
    /// Where its kind stands.
    named: usize,
    /// What stands behind its kind: names, and of what form it is.
    said: Range<usize>,
    lies: Vec<Range<usize>>,
}

/// That one thing belongs to others.
struct Reference {
    kind: [u8; 4],
    named: usize,
    from: u64,
    to: Vec<u64>,
}

/// What `pitm` names, what it is put together of, and how see-through it is: everything else goes.
pub(super) fn clean(bytes: &[u8]) -> Result<Cleaned, Malformed> {
    let parts = Parts::of(bytes)?;
    let items = items(bytes, &parts)?;
    let references = references(bytes, &parts)?;
    let kept = kept(bytes, &parts, &references)?;

    let mut out = Cleaned::new(bytes.len());
    let end = parts.top.last().map_or(0, |last| last.body.end);
    (out.bytes).extend_from_slice(bytes.get(..end).ok_or(Malformed)?);
    if end < bytes.len() {
        out.without("trailing");
    }
    let mut shown = Vec::new();
    for id in &kept {
        let item = items.iter().find(|item| item.id == *id).ok_or(Malformed)?;
        // Of no length: up to the end of the file, which nobody writes.
        let is_somewhere = item.lies.iter().any(|lies| !lies.is_empty());
        if !SHOWING.contains(&&item.kind) || !is_somewhere {
            return Err(Malformed);
        }
        shown.extend(item.lies.iter().cloned());
        blank(&mut out, item.said.clone(), "text")?;
    }
    for item in items.iter().filter(|item| !kept.contains(&item.id)) {
        let said = bytes.get(item.said.clone()).unwrap_or_default();
        let is_small = |one: &Reference| &one.kind == b"thmb" && one.from == item.id;
        if &item.kind != FREE {
            out.without(match &item.kind {
                b"Exif" => "exif",
                b"mime" if said.windows(7).any(|here| here == b"rdf+xml") => "xmp",
                _ if references.iter().any(is_small) => "thumbnail",
                _ => "other",
            });
        }
        free(&mut out, item.named)?;
        blank(&mut out, item.said.clone(), "text")?;
    }
    // To what is gone a reference would lead a reader astray.
    for one in &references {
        if !kept.contains(&one.from) || one.to.iter().any(|to| !kept.contains(to)) {
            free(&mut out, one.named)?;
        }
    }
    blank_between(&parts, &items, &kept, shown, &mut out)?;
    drop_properties(bytes, &parts, &mut out)?;
    blank(&mut out, only(&parts.meta, *b"hdlr")?.behind(24)?, "text")?;
    for part in &parts.meta {
        match &part.kind {
            b"hdlr" | b"pitm" | b"iinf" | b"iref" | b"iprp" | b"iloc" | b"idat" => {}
            // So short it says that all lies in this file.
            b"dinf" if part.body.len() == 28 => {}
            b"dinf" | b"ipro" => return Err(Malformed),
            _ => drop_box(part, &mut out)?,
        }
    }
    for part in &parts.top {
        if !matches!(&part.kind, b"ftyp" | b"meta" | b"mdat") {
            drop_box(part, &mut out)?;
        }
    }
    Ok(out)
}

/// All that the file holds, and where.
fn items(bytes: &[u8], parts: &Parts) -> Result<Vec<Item>, Malformed> {
    let mut items = Vec::new();
    let iinf = only(&parts.meta, *b"iinf")?;
    let long = Reader::of(bytes, iinf)?.version != 0;
    for one in all(bytes, iinf.behind(if long { 8 } else { 6 })?)? {
        let mut at = Reader::of(bytes, &one)?;
        if &one.kind != b"infe" || !matches!(at.version, 2 | 3) {
            return Err(Malformed);
        }
        let id = at.number(if at.version == 2 { 2 } else { 4 })?;
        if at.number(2)? != 0 {
            // Locked.
            return Err(Malformed);
        }
        let named = at.at;
        items.push(Item {
            id,
            kind: at.kind()?,
            named,
            said: at.at..one.body.end,
            lies: Vec::new(),
        });
    }

    let mut at = Reader::of(bytes, only(&parts.meta, *b"iloc")?)?;
    let sizes = at.number(2)?;
    let size = |shift: u32| usize::try_from(sizes >> shift & 15).unwrap_or_default();
    let (offset, length, base, index) = (size(12), size(8), size(4), size(0));
    let wide = if at.version < 2 { 2 } else { 4 };
    for _ in 0..at.number(wide)? {
        let id = at.number(wide)?;
        let method = if at.version == 0 { 0 } else { at.number(2)? };
        let elsewhere = at.number(2)?;
        let begin = match method {
            0 => 0,
            1 => only(&parts.meta, *b"idat")?.body.start,
            _ => return Err(Malformed),
        };
        let begin = begin.checked_add(at.place(base)?).ok_or(Malformed)?;
        let mut lies = Vec::new();
        for _ in 0..at.number(2)? {
            if at.version > 0 {
                at.number(index)?;
            }
            let from = begin.checked_add(at.place(offset)?).ok_or(Malformed)?;
            let to = from.checked_add(at.place(length)?).ok_or(Malformed)?;
            lies.push(from..to);
        }
        let item = (items.iter_mut()).find(|item| item.id == id);
        match item {
            Some(item) if item.lies.is_empty() && elsewhere == 0 => item.lies = lies,
            _ => return Err(Malformed),
        }
    }
    Ok(items)
}

/// What belongs to what.
fn references(bytes: &[u8], parts: &Parts) -> Result<Vec<Reference>, Malformed> {
    let Some(iref) = parts.meta.iter().find(|part| &part.kind == b"iref") else {
        return Ok(Vec::new());
    };
    let wide = match Reader::of(bytes, iref)?.version {
        0 => 2,
        _ => 4,
    };
    (all(bytes, iref.behind(4)?)?.into_iter())
        .map(|one| {
            let mut at = Reader::plain(bytes, one.body.clone());
            let from = at.number(wide)?;
            let to = (0..at.number(2)?)
                .map(|_| at.number(wide))
                .collect::<Result<_, _>>()?;
            Ok(Reference {
                kind: one.kind,
                named: one.named,
                from,
                to,
            })
        })
        .collect()
}

/// The picture, what it is put together of, and what says how see-through it is.
fn kept(bytes: &[u8], parts: &Parts, references: &[Reference]) -> Result<Vec<u64>, Malformed> {
    let mut at = Reader::of(bytes, only(&parts.meta, *b"hdlr")?)?;
    at.number(4)?;
    if &at.kind()? != b"pict" {
        return Err(Malformed);
    }
    let mut at = Reader::of(bytes, only(&parts.meta, *b"pitm")?)?;
    let mut kept = vec![at.number(if at.version == 0 { 2 } else { 4 })?];
    // Readers differ in what they show where the picture is said to be a small one of another.
    let is_small = |one: &Reference| &one.kind == b"thmb" && kept.contains(&one.from);
    if references.iter().any(is_small) {
        return Err(Malformed);
    }
    // Beside that, telephones add how far away everything is, and what of it is skin or hair.
    let is_see_through = parts.properties.iter().any(|property| {
        let says = bytes.get(property.body.clone()).unwrap_or_default();
        let has = |name: &[u8]| says.windows(name.len()).any(|here| here == name);
        &property.kind == b"auxC" && (has(b"auxiliary:alpha") || has(b"auxid:1\0"))
    });
    let mut next = 0;
    while let Some(id) = kept.get(next).copied() {
        next += 1;
        for one in references {
            let more: &[u64] = match &one.kind {
                b"dimg" if one.from == id => &one.to,
                b"auxl" if is_see_through && one.to.contains(&id) => &[one.from],
                _ => &[],
            };
            for item in more {
                if !kept.contains(item) {
                    kept.push(*item);
                }
            }
        }
    }
    Ok(kept)
}

/// Of where the bytes of pictures lie, what no picture shows.
fn blank_between(
    parts: &Parts,
    items: &[Item],
    kept: &[u64],
    mut shown: Vec<Range<usize>>,
    out: &mut Cleaned,
) -> Result<(), Malformed> {
    let lies_in =
        |part: &Range<usize>, lies: &Range<usize>| part.start <= lies.start && lies.end <= part.end;
    if !(shown.iter()).all(|lies| parts.data.iter().any(|part| lies_in(part, lies))) {
        return Err(Malformed);
    }
    shown.sort_by_key(|lies| lies.start);
    let known: Vec<_> = (items.iter().filter(|item| !kept.contains(&item.id)))
        .flat_map(|item| &item.lies)
        .collect();
    for part in &parts.data {
        let mut from = part.start;
        let end = part.end..part.end;
        for lies in (shown.iter().filter(|lies| lies_in(part, lies))).chain([&end]) {
            let between = from..lies.start.max(from);
            from = from.max(lies.end);
            // What a thing holds that goes has its name already.
            for lies in &known {
                let both = between.start.max(lies.start)..between.end.min(lies.end);
                if !both.is_empty() {
                    out.bytes.get_mut(both).ok_or(Malformed)?.fill(0);
                }
            }
            blank(out, between, "other")?;
        }
    }
    Ok(())
}

/// What is said of pictures beside what changes how they look: when they were made, in which colours of which device, in words.
fn drop_properties(bytes: &[u8], parts: &Parts, out: &mut Cleaned) -> Result<(), Malformed> {
    let mut dropped = Vec::new();
    for (at, property) in (1_u64..).zip(&parts.properties) {
        // Colours by the numbers of a standard, not by a device.
        let is_plain = &property.kind == b"colr"
            && (bytes.get(property.body.clone())).is_some_and(|body| body.starts_with(b"nclx"));
        if PROPERTIES.contains(&&property.kind) || is_plain || &property.kind == FREE {
            continue;
        }
        let is_colours = &property.kind == b"colr";
        dropped.push((at, is_colours));
        out.without(if is_colours { "icc" } else { "other" });
        drop_box(property, out)?;
    }
    for part in &parts.of_properties {
        match &part.kind {
            b"ipco" => continue,
            b"ipma" => {}
            _ => return Err(Malformed),
        }
        // A reader must refuse a picture of which it does not know what it must.
        let mut at = Reader::of(bytes, part)?;
        let (wide, two) = (if at.version == 0 { 2 } else { 4 }, at.flags & 1 == 1);
        for _ in 0..at.number(4)? {
            at.number(wide)?;
            for _ in 0..at.number(1)? {
                let place = at.at;
                let said = at.number(if two { 2 } else { 1 })?;
                let must = if two { 0x8000 } else { 0x80 };
                let found = dropped
                    .iter()
                    .find(|(index, _)| *index == said & (must - 1));
                match found {
                    Some((_, true)) if said & must != 0 => {
                        *out.bytes.get_mut(place).ok_or(Malformed)? &= 0x7f;
                    }
                    Some((_, false)) if said & must != 0 => return Err(Malformed),
                    _ => {}
                }
            }
        }
    }
    Ok(())
}

fn drop_box(part: &Boxed, out: &mut Cleaned) -> Result<(), Malformed> {
    free(out, part.named)?;
    blank(out, part.body.clone(), "other")
}

/// The kind that stands there is none any more.
fn free(out: &mut Cleaned, named: usize) -> Result<(), Malformed> {
    let kind = out
        .bytes
        .get_mut(named..named.saturating_add(4))
        .ok_or(Malformed)?;
    kind.copy_from_slice(FREE);
    Ok(())
}

/// Noughts where something stands, which is said.
fn blank(out: &mut Cleaned, what: Range<usize>, name: &'static str) -> Result<(), Malformed> {
    let bytes = out.bytes.get_mut(what).ok_or(Malformed)?;
    if bytes.iter().any(|byte| *byte != 0) {
        bytes.fill(0);
        out.without(name);
    }
    Ok(())
}
