//! The printed form of keys: Bech32, secrets without a copy on the way.

use bech32::{Bech32Writer, FromBase32 as _, ToBase32 as _, Variant};
use zeroize::Zeroizing;

use crate::base::secret::{ExposeSecret as _, Secret32, SecretString};
use crate::vault::VaultError;

/// The digits of Bech32, in the order of their values.
const DIGITS: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// How many digits 32 bytes take, and the checksum.
const SECRET: usize = 52;
const CHECK: usize = 6;

/// A secret as `PREFIX1…`, in capitals. The prefix is given in small letters, which the checksum is reckoned over.
pub(super) fn print_secret(prefix: &str, secret: &Secret32) -> Result<SecretString, VaultError> {
    // Never grows, so leaves no copies.
    let room = prefix.len() + 1 + SECRET + CHECK;
    let mut text = Zeroizing::new(String::with_capacity(room));
    let mut write = || {
        let mut writer = Bech32Writer::new(prefix, Variant::Bech32, &mut *text)?;
        secret.expose().write_base32(&mut writer)?;
        writer.finalize()
    };
    write().map_err(|_| VaultError::Encryption)?;
    text.make_ascii_uppercase();
    Ok(SecretString::from(text.as_str()))
}

/// Reads what [`print_secret`] writes, straight into the block it will live in; `None` where it is anything else. The
/// crate's own reader would leave the digits behind in blocks that it outgrew.
pub(super) fn parse_secret(prefix: &str, text: &str) -> Option<Secret32> {
    let data = text.split_at_checked(prefix.len() + 1)?.1;
    let secret = Secret32::try_init(|bytes| {
        let mut to = bytes.iter_mut();
        let (mut bits, mut count) = (0_u32, 0);
        for digit in data.bytes().take(SECRET) {
            let digit = digit.to_ascii_lowercase();
            let value = DIGITS.iter().position(|d| *d == digit).ok_or(())?;
            bits = (bits << 5 | u32::try_from(value).map_err(|_| ())?) & 0xfff;
            count += 5;
            if count >= 8 {
                count -= 8;
                let byte = u8::try_from(bits >> count & 0xff).map_err(|_| ())?;
                *to.next().ok_or(())? = byte;
            }
        }
        Ok::<_, ()>(())
    });
    // Its prefix, its checksum and its length are right exactly where the bytes are printed so again.
    let secret = secret.ok()?;
    let again = print_secret(prefix, &secret).ok()?;
    let mixed = text.bytes().any(|b| b.is_ascii_lowercase())
        && text.bytes().any(|b| b.is_ascii_uppercase());
    (!mixed && again.expose_secret().eq_ignore_ascii_case(text)).then_some(secret)
}

/// What is no secret as `prefix1…`.
pub(super) fn print(prefix: &str, bytes: &[u8]) -> Result<String, VaultError> {
    bech32::encode(prefix, bytes.to_base32(), Variant::Bech32).map_err(|_| VaultError::Encryption)
}

/// Reads what [`print`] writes.
pub(super) fn parse(prefix: &str, text: &str) -> Option<Vec<u8>> {
    match bech32::decode(text).ok()? {
        (found, digits, Variant::Bech32) if found == prefix => Vec::from_base32(&digits).ok(),
        _ => None,
    }
}
