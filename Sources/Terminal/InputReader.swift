import CSystem
import Libc
import TextUI

/// Reads what the terminal sends, and tells the decoder how long nothing came.
struct InputReader {
  /// Where keys come from.
  let descriptor: Int32
  /// Made with the first byte: the first frame does not wait for what a terminal's odd keys are.
  private var decoder: InputDecoder?
  private var lastByte: UInt64 = 0
  private var buffer = [UInt8](repeating: 0, count: 4096)

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// What has come, to be called when there is something; nil at the terminal's end.
  mutating func read() -> [Event]? {
    let count = Libc.read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return count < 0 && [EINTR, EAGAIN].contains(errno) ? [] : nil }
    lastByte = system_now()
    if decoder == nil { decoder = InputDecoder(odd: OddKeys(TerminalType.string)) }
    return decoder?.feed(buffer[..<count])
  }

  /// The moment at which a sequence that has begun is taken for all that comes; nil where none has.
  var due: UInt64? {
    switch decoder?.patience {
    case .short?: lastByte + 50_000_000
    case .long?: lastByte + 1_000_000_000
    case nil: nil
    }
  }

  /// What is made of that sequence then.
  mutating func giveUp() -> [Event] { decoder?.patience.flatMap { decoder?.pass($0) } ?? [] }
}
