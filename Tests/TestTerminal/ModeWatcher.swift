import CVTerm

/// Watches which private modes (`CSI ? n h` and `l`) and which title a program sets, by a second
/// parser: libvterm keeps most of them to itself.
final class ModeWatcher {
  /// The private modes that are on; 25 is the visible cursor, 7 automatic wrapping.
  private(set) var modes: Set<Int> = ModeWatcher.initial
  /// The window's title.
  private(set) var title = ""

  private static let initial: Set<Int> = [7, 25]
  private let parser: OpaquePointer
  private let callbacks: UnsafeMutablePointer<VTermParserCallbacks>

  init(columns: Int, rows: Int) {
    parser = vterm_new(Int32(rows), Int32(columns))
    vterm_set_utf8(parser, 1)
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: VTermParserCallbacks())
    // Text is handed over with all that follows it: only what precedes a control is its own.
    callbacks.pointee.text = { bytes, count, _ in
      let text = UnsafeBufferPointer(start: bytes, count: count)
      return Int32(clamping: text.firstIndex { (0..<0x20).contains($0) } ?? count)
    }
    callbacks.pointee.csi = { leader, arguments, count, _, command, user in
      guard let user, let leader, leader[0] == 0x3f, let arguments else { return 1 }
      let watcher = Unmanaged<ModeWatcher>.fromOpaque(user).takeUnretainedValue()
      for index in 0..<Int(count) {
        watcher.set(arguments[index] & 0x7fff_ffff, command: UInt8(bitPattern: command))
      }
      return 1
    }
    callbacks.pointee.escape = { bytes, count, user in
      guard let user, let bytes, count == 1, bytes[0] == 0x63 else { return 1 }
      Unmanaged<ModeWatcher>.fromOpaque(user).takeUnretainedValue().modes = ModeWatcher.initial
      return 1
    }
    callbacks.pointee.osc = { bytes, count, user in
      guard let user, let bytes, count >= 2, bytes[0] == 0x30 || bytes[0] == 0x32, bytes[1] == 0x3b
      else { return 1 }
      let text = UnsafeBufferPointer(start: bytes + 2, count: count - 2)
      let title = String(decoding: text.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      Unmanaged<ModeWatcher>.fromOpaque(user).takeUnretainedValue().title = title
      return 1
    }
    vterm_parser_set_callbacks(parser, callbacks, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    vterm_free(parser)
    callbacks.deallocate()
  }

  func feed(_ bytes: [CChar]) {
    vterm_input_write(parser, bytes, bytes.count)
  }

  private func set(_ mode: Int, command: UInt8) {
    switch command {
    case UInt8(ascii: "h"): modes.insert(mode)
    case UInt8(ascii: "l"): modes.remove(mode)
    default: break
    }
  }
}
