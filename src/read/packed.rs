//! Bytes that were packed by gzip.

use crate::error::Error;
use flate2::read::MultiGzDecoder;
use std::io::Read;

/// What was packed; `None` where nothing was, by the two bytes that every such file begins with.
///
/// # Errors
/// Where the packing is damaged or cut short: half a table must not pass for a whole one.
pub(super) fn unpack(bytes: &[u8]) -> Result<Option<Vec<u8>>, Error> {
    if !bytes.starts_with(b"\x1f\x8b") {
        return Ok(None);
    }
    let mut out = Vec::new();
    match MultiGzDecoder::new(bytes).read_to_end(&mut out) {
        Ok(_) => Ok(Some(out)),
        Err(e) => Err(Error::syntax(format!("not whole as a gzip file: {e}")).advise("fetch or pack the file again")),
    }
}

#[cfg(test)]
mod tests {
    use super::unpack;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write;

    #[test]
    fn whole_or_not_at_all() {
        let mut packer = GzEncoder::new(Vec::new(), Compression::default());
        packer.write_all(b"Thirteen people died.").unwrap();
        let packed = packer.finish().unwrap();
        assert_eq!(unpack(&packed).unwrap().unwrap(), b"Thirteen people died.");
        assert_eq!(unpack(b"Thirteen").unwrap(), None);
        assert!(unpack(&packed[..packed.len() - 5]).unwrap_err().to_string().contains("not whole"));
    }
}
