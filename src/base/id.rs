//! Typed identifiers; the rest of the program never passes a bare byte string or number as an id.

use std::fmt;
use std::str::FromStr;

use data_encoding::{BASE32_NOPAD, HEXLOWER};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text that is no id of the wanted kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct BadId;

/// Makes a newtype over sixteen bytes that prints through `$encode` and is stored as CBOR bytes
/// or, in human-readable formats, as its printed form.
macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident, $encoding:expr, $lower:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub [u8; 16]);

        impl $name {
            /// The bytes, as they are stored.
            pub const fn bytes(&self) -> &[u8; 16] {
                &self.0
            }

            /// Takes sixteen stored bytes.
            ///
            /// # Errors
            /// [`BadId`] where there are not exactly sixteen.
            pub fn from_slice(bytes: &[u8]) -> Result<Self, BadId> {
                bytes.try_into().map(Self).map_err(|_| BadId)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let text = $encoding.encode(&self.0);
                f.pad(&if $lower { text.to_ascii_lowercase() } else { text })
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = BadId;

            fn from_str(text: &str) -> Result<Self, BadId> {
                let text = if $lower { text.to_ascii_uppercase() } else { text.to_owned() };
                let bytes = $encoding.decode(text.as_bytes()).map_err(|_| BadId)?;
                Self::from_slice(&bytes)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    serializer.collect_str(self)
                } else {
                    serializer.serialize_bytes(&self.0)
                }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;
                impl serde::de::Visitor<'_> for Visitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("sixteen bytes")
                    }

                    fn visit_bytes<E: serde::de::Error>(self, v: &[u8]) -> Result<$name, E> {
                        $name::from_slice(v).map_err(E::custom)
                    }

                    fn visit_str<E: serde::de::Error>(self, v: &str) -> Result<$name, E> {
                        v.parse().map_err(E::custom)
                    }
                }
                // Not `deserialize_bytes`: serde's buffers (flatten, tagged enums) always claim to be
                // human-readable, so the data decide.
                deserializer.deserialize_any(Visitor)
            }
        }
    };
}

id_type!(
    /// A store, for ever; copies of it share the id.
    StoreId, HEXLOWER, false
);
id_type!(
    /// A case's key in the database: random, never shown to people (they see the case number).
    CaseId, HEXLOWER, false
);
id_type!(
    /// One device's append-only series of events.
    StreamId, HEXLOWER, false
);
id_type!(
    /// An event: the first half of its hash, printed in base32 and accepted by a unique prefix.
    EventId, BASE32_NOPAD, true
);
id_type!(
    /// A deadline: the hash of its trigger's first event and its rule, so that it outlives corrections.
    DeadlineId, BASE32_NOPAD, true
);

impl CaseId {
    /// The office's own events stand under this id.
    pub const OFFICE: Self = Self([0; 16]);
}

/// Shortest prefix of an event or deadline id that a person may type.
pub const MIN_PREFIX: usize = 6;
