import CZstd
import Notes

/// A file packed by Zstandard, as new versions of Anki put their collections into packages.
enum ZstdFrame {
  /// What the frame holds, so many bytes at most. What it says of its own size is believed only where that
  /// refuses it: memory grows with what comes out.
  static func contents(of packed: [UInt8], most: Int) throws(Diagnostic) -> [UInt8] {
    let damage = Diagnostic(.error, "is a damaged package", remedy: "export it again")
    let tooMuch = Diagnostic(
      .error, "unpacks to more than \(most / 1_000_000) MB", remedy: "export it deck by deck")
    let said = ZSTD_getFrameContentSize(packed, packed.count)
    if czstd_has_size(said) != 0, said > most { throw tooMuch }
    guard let stream = ZSTD_createDCtx() else { throw damage }
    defer { ZSTD_freeDCtx(stream) }

    var contents: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: ZSTD_DStreamOutSize())
    var taken = 0
    // Nothing is left to come where a frame ends with the bytes; frames may follow each other.
    var isWhole = false
    while taken < packed.count || !isWhole {
      let (code, read, written) = step(stream, packed, from: taken, into: &piece)
      guard ZSTD_isError(code) == 0 else { throw damage }
      // Neither taken nor given: the bytes end within a frame.
      guard read > 0 || written > 0 else { throw damage }
      taken += read
      isWhole = code == 0
      guard contents.count + written <= most else { throw tooMuch }
      contents += piece[..<written]
    }
    return contents
  }

  /// One step of unpacking: zstd's code, and how many bytes it took and gave.
  private static func step(
    _ stream: OpaquePointer, _ packed: [UInt8], from taken: Int, into piece: inout [UInt8]
  ) -> (code: Int, read: Int, written: Int) {
    packed.withUnsafeBytes { bytes in
      piece.withUnsafeMutableBytes { room in
        var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: taken)
        var output = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
        let code = ZSTD_decompressStream(stream, &output, &input)
        return (code, input.pos - taken, output.pos)
      }
    }
  }
}
