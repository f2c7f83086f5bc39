//! Long contents as one age file, block by block: a backup, whose parts are sealed already.

use std::io::{Read, Write};

use age::stream::{StreamReader, StreamWriter};

use crate::vault::{Identity, Recipient, VaultError, recipient};

/// Begins an age file to these recipients; it is whole once [`StreamWriter::finish`] was called.
///
/// # Errors
/// [`VaultError::NoRecipients`], [`VaultError::MixedRecipients`], [`VaultError::Encryption`].
pub fn seal_stream<W: Write>(to: &[Recipient], output: W) -> Result<StreamWriter<W>, VaultError> {
    let encryptor = recipient::encryptor(to)?;
    encryptor
        .wrap_output(output)
        .map_err(|_| VaultError::Encryption)
}

/// Opens an age file that was sealed to this identity. What comes out of it counts only once it was read to its end:
/// age gives out blocks before it knows that the end is there.
///
/// # Errors
/// [`VaultError::NotForThisKey`], [`VaultError::Damaged`].
pub fn open_stream<R: Read>(identity: &Identity, input: R) -> Result<StreamReader<R>, VaultError> {
    let decryptor = age::Decryptor::new(input).map_err(|_| VaultError::Damaged)?;
    decryptor
        .decrypt(std::iter::once(identity.as_age()))
        .map_err(|error| match error {
            age::DecryptError::NoMatchingKeys => VaultError::NotForThisKey,
            _ => VaultError::Damaged,
        })
}
