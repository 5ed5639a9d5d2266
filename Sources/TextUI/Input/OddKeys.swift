/// Keys that one terminal sends in a way of its own, as its description in terminfo says.
package struct OddKeys: Sendable {
  /// What the keys mean; nothing for those that are read and no more.
  private var keys: [[UInt8]: [Event]] = [:]
  private var beginnings: Set<[UInt8]> = []
  /// No key has more bytes.
  static let longest = 16

  var isEmpty: Bool { keys.isEmpty }
  subscript(bytes: [UInt8]) -> [Event]? { keys[bytes] }
  func isBeginning(_ bytes: [UInt8]) -> Bool { beginnings.contains(bytes) }

  /// None.
  package init() {}

  /// What a description says, asked by the capability's name; what every terminal sends alike is
  /// no oddity.
  package init(_ string: (String) -> [UInt8]?) {
    for (name, key) in Self.capabilities {
      guard let bytes = string(name), Self.isTellable(bytes) else { continue }
      if Self.usual(bytes) != [.key(key)] { keys[bytes] = [.key(key)] }
    }
    for name in Self.others {
      guard let bytes = string(name), Self.isTellable(bytes), keys[bytes] == nil else { continue }
      if Self.usual(bytes).contains(where: Self.isText) { keys[bytes] = [] }
    }
    for bytes in keys.keys {
      for length in 1..<bytes.count { beginnings.insert(Array(bytes[..<length])) }
    }
  }

  /// Whether an event could be taken for what a person types.
  private static func isText(_ event: Event) -> Bool {
    switch event {
    case .key(.character), .key(.alt), .key(.control), .key(.enter), .pasted: true
    default: false
    }
  }

  private static func usual(_ bytes: [UInt8]) -> [Event] {
    var decoder = InputDecoder()
    return decoder.feed(bytes) + decoder.pass(.long)
  }

  /// A single byte is what it is on all terminals: `^L` redraws, though an ADM-3A sends it for →.
  private static func isTellable(_ bytes: [UInt8]) -> Bool {
    (2...longest).contains(bytes.count) && bytes[0] < 0x20 && bytes[0] != 0x03
  }

  /// Names of capabilities, and the keys they are. Descriptions name keys with others held by the
  /// number that xterm sends for those.
  package static let capabilities: [(name: String, key: Key)] = {
    let named: [(String, Key)] =
      [
        ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
        ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert),
        ("kdch1", .delete), ("kbs", .backspace), ("kcbt", .backTab), ("kent", .enter),
        ("kri", .up), ("kind", .down),
      ] + (1...12).map { ("kf\($0)", .function($0)) }
    let shifted: [(String, Key)] = [
      ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home),
      ("kEND", .end), ("kPRV", .pageUp), ("kNXT", .pageDown), ("kIC", .insert), ("kDC", .delete),
    ]
    let held: [(String, Key.Modifiers)] = [
      ("", .shift), ("3", .alt), ("4", [.alt, .shift]), ("5", .control), ("6", [.control, .shift]),
      ("7", [.control, .alt]),
    ]
    return named
      + held.flatMap { suffix, held in
        shifted.map { name, key in (name + suffix, Key(key, holding: held)) }
      }
  }()

  /// Keys that mean nothing here, whose bytes must not be read as several.
  private static let others: [String] =
    (13...63).map { "kf\($0)" }
      + """
      kf0 ka1 ka3 kb2 kc1 kc3 kbeg kcan kclo kclr kcmd kcpy kcrt kctab kdl1 ked kel kext kfnd khlp khts \
      kil1 kll kmov kmrk kmsg knxt kopn kopt kprt kprv krdo kref kres krfr krmir krpl krst ksav kslt \
      kspd ktbc kund kBEG kCAN kCMD kCPY kCRT kDL kEOL kEXT kFND kHLP kMOV kMSG kOPT kPRT kRDO kRES \
      kRPL kSAV kSPD kUND
      """.split(separator: " ").map(String.init)
}
