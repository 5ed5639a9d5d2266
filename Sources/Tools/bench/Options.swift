/// What the command line asks for.
struct Options {
  var only: [String] = []
  var sizes: [Size] = [.notes, .document(1_000_000), .document(10_000_000)]
  var attend: String?
  var attendArguments = "{file} --lesson 1"
  var notes: String?
  var rounds = 5
  var presses = 10
  var wantsHelp = false

  static let help = """
    usage: bench [options]

      --only NAMES       only these programs, by first word: attend,less,vim; `throughput` is the
                         work done without a terminal, `models` the lab's products and steps a
                         second, `disk` models on disk, `widgets` keys on all screens, those named that take
                         over 16 ms or 4, 8 and 12 kB, `quiz` what the quiz costs as the
                         log of answers grows to a million
      --sizes SIZES      what to open, with commas: real (short notes), 1M, 10M, 100M (generated),
                         folder:1000 (a folder of as many notes); real,1M,10M unless told otherwise
      --attend PATH      the attend to measure; the one beside bench unless told otherwise
      --attend-arguments TEXT
                         how attend opens a document: "\(Options().attendArguments)"
      --notes FILE       the notes that `real` means; otherwise 11 kB are generated
      --rounds N         starts of each program, in turn, after one to warm up: \(Options().rounds)
      --presses N        pages turned in each round: \(Options().presses)
      --help             this text

    First frame: from the start of the program until the first heading is on the screen.
    Page down: from the key until the last byte before 100 ms of silence. Peak memory: of all
    processes on the terminal. Idle: three seconds without a key. All are medians of the rounds;
    "x less" is the ratio to less, which shows the raw text. Pipelines include their shell.
    """

  init() {}

  init(_ arguments: some Sequence<String>) throws(BenchFailure) {
    var rest = Array(arguments)[...]
    while let name = rest.popFirst() {
      func value() throws(BenchFailure) -> String {
        guard let value = rest.popFirst() else { throw .usage("\(name) needs a value") }
        return value
      }
      switch name {
      case "--only": only = try value().split(separator: ",").map(String.init)
      case "--sizes": sizes = try Self.sizes(value())
      case "--attend": attend = try value()
      case "--attend-arguments": attendArguments = try value()
      case "--notes": notes = try value()
      case "--rounds": rounds = try Self.count(value(), name)
      case "--presses": presses = try Self.count(value(), name)
      case "--help", "-h": wantsHelp = true
      default: throw .usage("unknown option \(name)")
      }
    }
  }

  /// Whether a program of this name was asked for.
  func wants(_ program: String) -> Bool {
    only.isEmpty || only.contains { program == $0 || program.hasPrefix($0 + " ") }
  }

  private static func sizes(_ text: String) throws(BenchFailure) -> [Size] {
    var result: [Size] = []
    for word in text.split(separator: ",") {
      guard let size = Size(word) else { throw .usage("unknown size \(word)") }
      result.append(size)
    }
    return result
  }

  private static func count(_ text: String, _ name: String) throws(BenchFailure) -> Int {
    guard let number = Int(text), (1...10_000).contains(number) else {
      throw .usage("\(name) takes a number from 1 to 10000")
    }
    return number
  }
}
