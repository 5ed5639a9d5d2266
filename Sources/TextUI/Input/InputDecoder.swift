/// Turns what a terminal sends into events, however it is cut into pieces.
///
/// Every byte is part of a key that is known, of text, or of something that is read and means
/// nothing. No descriptor and no clock: whoever feeds it says also when no more came for a while.
package struct InputDecoder: Sendable {
  /// How long nothing has come.
  package enum Silence: Sendable {
    /// 50 ms: an Esc that was more than itself would have gone on.
    case short
    /// A second: what was cut off does not go on.
    case long
  }

  /// What has begun and waits for its end.
  enum State {
    case ground
    /// `ESC`, once or twice.
    case escape(twice: Bool)
    /// `CSI` and `SS3`.
    case control(ControlSequence, alt: Bool)
    case application(ControlSequence, alt: Bool)
    /// `CSI [`, the Linux console's F1 to F5.
    case console
    /// `CSI M`: the mouse in three bytes.
    case mouse([UInt8])
    /// `OSC`, `DCS`, `APC`, `PM` or `SOS`, with the character that began it after an `ESC`.
    case string(StringSequence)
    case paste(Paste)
    case text(UTF8Character, alt: Bool)
  }

  var state = State.ground
  var events: [Event] = []
  /// Keys of an odd terminal, and the beginning of one.
  let odd: OddKeys
  private var held: [UInt8] = []
  /// What time alone has ended, until the next bytes tell whether it goes on all the same.
  var unfinished = Unfinished.nothing
  /// Whether a sequence has ended otherwise than its kind does, since this was last set to false.
  private(set) var isBroken = false

  /// A decoder that knows all common terminals, and the keys of another by their bytes.
  package init(odd: OddKeys = OddKeys()) { self.odd = odd }

  /// How long it waits before it takes what has begun for all that there is.
  package var patience: Silence? {
    if held.count > 1 { return .long }
    if !held.isEmpty { return .short }
    switch state {
    case .ground: return nil
    case .escape: return .short
    // A character waits for its last byte however long: the next byte decides.
    case .text: return nil
    default: return .long
    }
  }

  /// Takes what has come.
  package mutating func feed(_ bytes: some Collection<UInt8>) -> [Event] {
    var rest = Array(bytes)[...]
    takeLate(&rest)
    while let byte = rest.first {
      if case .paste(var paste) = state {
        state = .ground  // the only reference to what was pasted so far
        if paste.take(&rest) { events.append(.pasted(paste.text)) } else { state = .paste(paste) }
      } else {
        rest.removeFirst()
        step(byte)
      }
    }
    defer { events = [] }
    return events
  }

  /// Called when no input has arrived for this long.
  package mutating func pass(_ silence: Silence) -> [Event] {
    if silence == .long || held.count < 2 {
      if let meant = odd[held] {
        events += meant
      } else {
        held.forEach { take($0) }
        if held.count > 1, case .ground = state { unfinished = .odd(held) }
      }
      held = []
    }
    if case .escape(let twice) = state {
      events += [Event](repeating: .key(.escape), count: twice ? 2 : 1)
      unfinished = .sequence(.escape(twice: false))
      state = .ground
    } else if silence == .long {
      giveUp()
    }
    defer { events = [] }
    return events
  }

  /// Ends what never ended. Nothing after the first bytes of a sequence: a key with Alt.
  private mutating func giveUp() {
    switch state {
    case .ground, .text: return
    case .control(let sequence, _) where sequence.isEmpty: add(.alt("["))
    case .application(let sequence, _) where sequence.isEmpty: add(.alt("O"))
    case .string(let string) where string.isEmpty: string.opener.map { add(.alt($0)) }
    case .paste(var paste):
      state = .ground  // the only reference to what was pasted so far
      if !paste.text.isEmpty { events.append(.pasted(paste.text)) }
      paste.forget()
      unfinished = .sequence(.paste(paste))
      return
    default: break
    }
    unfinished = .sequence(state)
    state = .ground
  }

  // MARK: Byte by byte

  mutating func step(_ byte: UInt8) {
    guard !odd.isEmpty, case .ground = state else { return take(byte) }
    held.append(byte)
    if odd.isBeginning(held) { return }
    let bytes = held
    held = []
    if let meant = odd[bytes] {
      events += meant
      return
    }
    take(bytes[0])
    for byte in bytes.dropFirst() { step(byte) }
  }

  private mutating func add(_ key: Key) { events.append(.key(key)) }

  private mutating func take(_ byte: UInt8) {
    let now = state
    state = .ground
    switch now {
    case .ground: takeFirst(byte, alt: false)
    case .text(let character, let alt): takeText(byte, character, alt: alt)
    case .escape(let twice): takeEscaped(byte, twice: twice)
    case .string(let string): takeString(byte, string)
    case .mouse(let bytes) where byte >= 0x20 || byte == 0:
      if bytes.count < 2 {
        state = .mouse(bytes + [byte])
      } else if let event = MouseReport.x10(bytes + [byte]) {
        events.append(event)
      }
    // A control character or what begins something new ends whatever was left open.
    case _ where byte < 0x20 || byte >= 0x7F:
      isBroken = true
      takeFirst(byte, alt: false)
    case .control(let sequence, let alt): takeControl(byte, sequence, alt: alt)
    case .application(let sequence, let alt): takeApplication(byte, sequence, alt: alt)
    case .console:
      if (0x41...0x45).contains(byte) { add(.function(Int(byte - 0x40))) }
    case .mouse, .paste: break
    }
  }

  /// A byte with nothing before it, or with an `ESC` that makes Alt of it.
  private mutating func takeFirst(_ byte: UInt8, alt: Bool) {
    let held: Key.Modifiers = alt ? .alt : []
    switch byte {
    case 0x00: add(Key(.character(" "), holding: held.union(.control)))
    case 0x08, 0x7F: add(Key(.backspace, holding: held))
    case 0x09: add(Key(.tab, holding: held))
    case 0x0A, 0x0D: add(Key(.enter, holding: held))
    case 0x1B: state = .escape(twice: false)
    case 0x01...0x1A:
      add(Key(.character(Character(Unicode.Scalar(byte + 0x60))), holding: held.union(.control)))
    case 0x1C...0x1F:
      add(Key(.character(Character(Unicode.Scalar(byte + 0x40))), holding: held.union(.control)))
    case 0x20...0x7E: add(Key(.character(Character(Unicode.Scalar(byte))), holding: held))
    default:
      if let character = UTF8Character(first: byte) {
        state = .text(character, alt: alt)
      } else {
        takeScalar(Unicode.Scalar(byte), alt: alt)
      }
    }
  }

  /// A character, which in Latin-1 is one byte, or a control character above ASCII.
  private mutating func takeScalar(_ scalar: Unicode.Scalar, alt: Bool) {
    switch scalar.value {
    case 0x8F: state = .application(ControlSequence(), alt: alt)
    case 0x9B: state = .control(ControlSequence(), alt: alt)
    case 0x90, 0x98, 0x9D...0x9F: state = .string(StringSequence(opener: nil))
    case 0x80..<0xA0: break
    default: add(Key(.character(Character(scalar)), holding: alt ? .alt : []))
    }
  }

  private mutating func takeText(_ byte: UInt8, _ character: UTF8Character, alt: Bool) {
    var character = character
    if character.take(byte) {
      if let scalar = character.scalar {
        takeScalar(scalar, alt: alt)
      } else {
        state = .text(character, alt: alt)
      }
      return
    }
    // It was not UTF-8: the first byte stands for itself, the others begin again.
    takeScalar(Unicode.Scalar(character.bytes[0]), alt: alt)
    for byte in character.bytes.dropFirst() + [byte] { take(byte) }
  }

  private mutating func takeEscaped(_ byte: UInt8, twice: Bool) {
    switch byte {
    case 0x5B: state = .control(ControlSequence(), alt: twice)
    case 0x4F: state = .application(ControlSequence(), alt: twice)
    case 0x1B:
      if twice { add(.escape) }
      state = .escape(twice: true)
    default:
      if twice { add(.escape) }
      switch byte {
      case 0x50, 0x58, 0x5D...0x5F:
        state = .string(StringSequence(opener: Character(Unicode.Scalar(byte))))
      case 0x80..<0xA0: takeFirst(byte, alt: false)
      default: takeFirst(byte, alt: true)
      }
    }
  }

  private mutating func takeControl(_ byte: UInt8, _ sequence: ControlSequence, alt: Bool) {
    var sequence = sequence
    switch byte {
    case 0x5B where sequence.isEmpty: state = .console
    case 0x4D where sequence.isEmpty: state = .mouse([])
    case 0x24 where sequence.isNumber, 0x40...0x7E:
      switch byte == 0x7E ? sequence.pasteMark : nil {
      case 200: state = .paste(Paste())
      case 201: break  // the end of none
      default: sequence.event(byte, alt: alt).map { events.append($0) }
      }
    default:
      sequence.append(byte)
      state = .control(sequence, alt: alt)
    }
  }

  private mutating func takeApplication(_ byte: UInt8, _ sequence: ControlSequence, alt: Bool) {
    var sequence = sequence
    if (0x30...0x3B).contains(byte) {
      sequence.append(byte)
      state = .application(sequence, alt: alt)
    } else if let event = sequence.applicationKey(byte, alt: alt) {
      events.append(event)
    }
  }

  private mutating func takeString(_ byte: UInt8, _ string: StringSequence) {
    var string = string
    switch string.take(byte) {
    case .goesOn: state = .string(string)
    case .ended: string.ground.map { events.append(.ground($0)) }
    case .broken(let byEscape):
      isBroken = true
      if byEscape { state = .escape(twice: false) }
      take(byte)
    }
  }
}
