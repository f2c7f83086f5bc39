//! Unpredictable bytes, from the operating system; fixed ones in tests.

/// The source of everything that must not be guessed: keys, nonces, ids, case numbers.
#[derive(Debug)]
pub struct Random {
    source: Source,
}

#[derive(Debug)]
enum Source {
    System,
    #[cfg(feature = "test-fakes")]
    Seeded(Box<blake3::OutputReader>),
}

/// The operating system gave no random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no random bytes")]
pub struct NoRandomness;

impl Random {
    /// Asks the operating system anew each time; holds no state.
    pub const fn system() -> Self {
        Self {
            source: Source::System,
        }
    }

    /// The same bytes for the same seed, for tests and snapshots.
    #[cfg(feature = "test-fakes")]
    pub fn seeded(seed: u64) -> Self {
        let mut hasher = blake3::Hasher::new_derive_key("nansen v1 seeded randomness for tests");
        hasher.update(&seed.to_be_bytes());
        Self {
            source: Source::Seeded(Box::new(hasher.finalize_xof())),
        }
    }

    /// Fills a buffer in place.
    ///
    /// # Errors
    /// [`NoRandomness`]: nothing may go on that needed it.
    pub fn fill(&mut self, buffer: &mut [u8]) -> Result<(), NoRandomness> {
        match &mut self.source {
            Source::System => getrandom::fill(buffer).map_err(|_| NoRandomness),
            #[cfg(feature = "test-fakes")]
            Source::Seeded(reader) => {
                reader.fill(buffer);
                Ok(())
            }
        }
    }

    /// Random bytes that are no secret: ids and nonces.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn bytes<const N: usize>(&mut self) -> Result<[u8; N], NoRandomness> {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    /// A number from 0 up to, not including, `n`, each as likely as the others; 0 where `n` is 0.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn below(&mut self, n: u32) -> Result<u32, NoRandomness> {
        if n == 0 {
            return Ok(0);
        }
        // Draws of the last, incomplete run of `n` would favour small numbers: they are drawn again.
        let limit = u32::MAX - (u32::MAX % n + 1) % n;
        loop {
            let draw = u32::from_le_bytes(self.bytes()?);
            if draw <= limit {
                return Ok(draw % n);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_each_number_about_as_often() {
        let mut random = Random::seeded(1);
        let mut seen = [0_u32; 23];
        for _ in 0..23_000 {
            seen[usize::try_from(random.below(23).unwrap()).unwrap()] += 1;
        }
        assert!(seen.iter().all(|&n| (850..1150).contains(&n)), "{seen:?}");
        assert_eq!(random.below(1).unwrap(), 0);
        assert_eq!(random.below(0).unwrap(), 0);
        assert!(random.below(u32::MAX).unwrap() < u32::MAX);
    }

    #[test]
    fn a_seed_repeats_and_the_system_does_not() {
        let draw = |mut random: Random| random.bytes::<32>().unwrap();
        assert_eq!(draw(Random::seeded(7)), draw(Random::seeded(7)));
        assert_ne!(draw(Random::seeded(7)), draw(Random::seeded(8)));
        assert_ne!(draw(Random::system()), draw(Random::system()));
    }
}
