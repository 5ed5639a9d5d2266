/// What time alone has ended may go on all the same, however late: a slow connection parts what a
/// terminal sent in one piece.
///
/// A terminal sends the bytes of a sequence together, a person types them one by one. So bytes that
/// come together are the rest of a sequence wherever they can be; a byte alone only where a person
/// cannot have begun the sequence, or where it makes a key of it. The price: after Alt-[ or Alt-O,
/// which mean nothing here, the letter of an arrow is an arrow; and what is cut right behind its
/// `ESC`, with a single byte to come, is Esc and that byte.
extension InputDecoder {
  enum Unfinished {
    case nothing
    case sequence(State)
    /// The beginning of a key of an odd terminal.
    case odd([UInt8])
  }

  /// Takes from the head of what has come the rest of what was given up, if it can be that.
  mutating func takeLate(_ rest: inout ArraySlice<UInt8>) {
    guard !rest.isEmpty else { return }
    let begun = unfinished
    unfinished = .nothing
    switch begun {
    case .nothing: break
    case .odd(let bytes): takeLate(odd: bytes, &rest)
    case .sequence(.paste(let paste)): takeLate(paste, &rest)
    case .sequence(let begun): takeLate(begun, &rest)
    }
  }

  private mutating func takeLate(odd begun: [UInt8], _ rest: inout ArraySlice<UInt8>) {
    for count in 1...min(rest.count, OddKeys.longest) {
      guard let meant = odd[begun + rest.prefix(count)] else { continue }
      events += meant
      rest = rest.dropFirst(count)
      return
    }
  }

  private mutating func takeLate(_ begun: State, _ rest: inout ArraySlice<UInt8>) {
    var trial = InputDecoder()
    trial.state = begun
    var end = rest.startIndex
    while end < rest.endIndex, end == rest.startIndex || trial.isOpen {
      trial.step(rest[end])
      end += 1
      if trial.isBroken { return }
    }
    guard begun.goesOn(with: rest[..<end], of: rest, to: trial) else { return }
    events += trial.events
    state = trial.state
    rest = rest[end...]
  }

  /// Whether a sequence has begun whose end can still come.
  fileprivate var isOpen: Bool {
    switch state {
    case .ground, .paste: false
    default: true
    }
  }

  /// More of a paste: up to its end, or some bytes together that are not a key.
  private mutating func takeLate(_ begun: Paste, _ rest: inout ArraySlice<UInt8>) {
    var paste = begun
    var after = rest
    if paste.take(&after) {
      if !paste.text.isEmpty { events.append(.pasted(paste.text)) }
      rest = after
      return
    }
    let goesOnWithMark = begun.isEnding && paste.isEnding && paste.text.isEmpty
    let isText = rest.first.map { $0 >= 0x20 || "\t\n\r".utf8.contains($0) } == true
    guard goesOnWithMark || rest.count > 1 && isText else { return }
    state = .paste(paste)
    rest = after
  }
}

extension InputDecoder.State {
  /// No person types as many bytes at once.
  private static let mostTyped = 64
  /// What comes in two bytes after an `ESC` and is not a key: the focus, the keypad's 5.
  private static let reports = "IOE".utf8

  /// Whether bytes that lead from this state to where the trial is can be the rest of a sequence.
  fileprivate func goesOn(
    with bytes: ArraySlice<UInt8>, of packet: ArraySlice<UInt8>, to trial: InputDecoder
  ) -> Bool {
    let isLong = bytes.count >= Self.mostTyped
    // A key, a click or the beginning of a paste has come of it.
    var isTold = !trial.events.isEmpty
    if case .paste = trial.state { isTold = true }
    let isReport = bytes.last.map(Self.reports.contains) == true
    switch self {
    case .escape:
      guard let first = bytes.first, "[O]P_^X".utf8.contains(first), bytes.count > 1 else {
        return false
      }
      if case .string = trial.state { return isLong }
      // "On" at the head of a text is not a key of the keypad.
      if first == UInt8(ascii: "O"), bytes.last.map({ $0 >= 0x61 }) == true, packet.count > 2 {
        return false
      }
      return isTold || bytes.count > 2 || first == UInt8(ascii: "[") && isReport && !trial.isOpen
    case .control(let sequence, _) where sequence.isEmpty:
      return isTold || isReport || bytes.count > 1
    case .application(let sequence, _) where sequence.isEmpty: return isTold || bytes.count > 1
    case .string(let string) where string.isEmpty:
      return trial.isOpen ? isLong : bytes.count > 1
    case .console: return isTold
    case .mouse(let earlier): return !earlier.isEmpty || !trial.isOpen
    case .control, .application: return true
    case .string: return !trial.isOpen || bytes.count > 1
    case .ground, .text, .paste: return false
    }
  }
}
