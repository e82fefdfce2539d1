//! The pixels of a picture.

use std::io::Cursor;

use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Transformations};

use crate::stage::{Failure, Outcome};

/// Red, green and blue of every pixel, line by line.
pub struct Pixels {
    width: u32,
    height: u32,
    colours: Vec<[u8; 3]>,
}

/// How much a colour may differ before anybody sees it.
const UNSEEN: u8 = 4;

impl Pixels {
    /// Reads a PNG of eight bits.
    pub fn decode(file: &[u8]) -> Outcome<Self> {
        let mut decoder = Decoder::new(Cursor::new(file));
        decoder.set_transformations(Transformations::EXPAND);
        let mut reader = decoder.read_info()?;
        let size = reader.output_buffer_size();
        let mut bytes = vec![0; size.ok_or_else(|| Failure("too large a picture".to_owned()))?];
        let info = reader.next_frame(&mut bytes)?;
        let samples = info.color_type.samples();
        if samples < 3 {
            return Err(Failure("a picture without colours".to_owned()));
        }
        let colours = bytes
            .chunks_exact(samples)
            .map(|pixel| [pixel[0], pixel[1], pixel[2]]);
        Ok(Self {
            width: info.width,
            height: info.height,
            colours: colours.collect(),
        })
    }

    /// Writes a PNG, with a palette if there are few colours.
    pub fn encode(&self) -> Outcome<Vec<u8>> {
        let mut palette: Vec<[u8; 3]> = self.colours.clone();
        palette.sort_unstable();
        palette.dedup();
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, self.width, self.height);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_compression(Compression::High);
        let bytes = if palette.len() <= 256 {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(palette.concat());
            encoder.set_filter(png::Filter::NoFilter);
            let place = |colour| palette.binary_search(colour).unwrap_or_default() as u8;
            self.colours.iter().map(place).collect()
        } else {
            encoder.set_color(ColorType::Rgb);
            self.colours.concat()
        };
        encoder.write_header()?.write_image_data(&bytes)?;
        Ok(file)
    }

    /// How many percent of the pixels differ. All of them if the sizes differ.
    pub fn percent_different(&self, other: &Self) -> f64 {
        if (self.width, self.height) != (other.width, other.height) {
            return 100.0;
        }
        let differ = |(a, b): &(&[u8; 3], &[u8; 3])| {
            a.iter().zip(b.iter()).any(|(a, b)| a.abs_diff(*b) > UNSEEN)
        };
        let different = self
            .colours
            .iter()
            .zip(&other.colours)
            .filter(differ)
            .count();
        100.0 * different as f64 / self.colours.len().max(1) as f64
    }
}

#[test]
fn pictures_with_a_different_corner_differ_by_its_share() {
    let white = |colours: usize| Pixels {
        width: 20,
        height: 10,
        colours: [
            vec![[9, 9, 9]; 200 - colours],
            vec![[255, 255, 255]; colours],
        ]
        .concat(),
    };
    assert_eq!(white(0).percent_different(&white(0)), 0.0);
    assert_eq!(white(0).percent_different(&white(4)), 2.0);
}

#[test]
fn a_written_picture_can_be_read() -> Outcome {
    let grey = |shade: u32| [shade as u8, (shade / 256) as u8, 7];
    for shades in [3, 1_000] {
        let picture = Pixels {
            width: 50,
            height: 40,
            colours: (0..2_000).map(|place| grey(place % shades)).collect(),
        };
        let read = Pixels::decode(&picture.encode()?)?;
        assert_eq!(read.colours, picture.colours);
    }
    Ok(())
}
