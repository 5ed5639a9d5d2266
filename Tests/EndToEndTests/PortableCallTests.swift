import CSystem
import Libc
import TerminalTesting
import TestSupport
import Testing

/// What Linux has calls of its own for, and the twins that stand in for them on other systems. Tests that
/// run meanwhile may go by the twins too, which is all the same to them.
@Suite(.serialized) struct PortableCallTests {
  private func forcing<Result>(_ isPlain: Bool, _ body: () throws -> Result) rethrows -> Result {
    let before = system_force_plain(isPlain ? 1 : 0)
    defer { _ = system_force_plain(before) }
    return try body()
  }

  @Test(arguments: [false, true]) func aScratchFileHasNoName(isPlain: Bool) {
    let file = forcing(isPlain) { system_scratch() }
    defer { close(file) }
    var status = stat()
    #expect(fstat(file, &status) == 0 && status.st_nlink == 0 && status.st_size == 0)
    #expect(fcntl(file, F_GETFD) == FD_CLOEXEC)
    #expect(write(file, "kept", 4) == 4)
    var bytes = [UInt8](repeating: 0, count: 8)
    #expect(pread(file, &bytes, 8, 0) == 4)
    #expect(bytes.prefix(4).elementsEqual("kept".utf8))
  }

  @Test(arguments: [false, true], [0, O_NONBLOCK])
  func aPipeIsClosedByExec(isPlain: Bool, flags: Int32) {
    var ends: [Int32] = [-1, -1]
    #expect(forcing(isPlain) { system_pipe(&ends, flags) } == 0)
    for end in ends {
      #expect(fcntl(end, F_GETFD) == FD_CLOEXEC)
      #expect(fcntl(end, F_GETFL) & O_NONBLOCK == flags)
    }
    #expect(write(ends[1], "x", 1) == 1)
    var byte: UInt8 = 0
    #expect(read(ends[0], &byte, 1) == 1 && byte == UInt8(ascii: "x"))
    for end in ends { close(end) }
  }

  /// A descriptor that no exec would close is not passed on to what is started.
  @Test(arguments: [false, true]) func aProgramGetsNoOtherDescriptor(isPlain: Bool) throws {
    let null = open("/dev/null", O_RDONLY)
    // Higher than any that a shell takes for itself.
    let given = fcntl(null, F_DUPFD, 200)
    close(null)
    defer { close(given) }
    #expect(fcntl(given, F_GETFD) == 0)
    let script = "if [ -e /dev/fd/\(given) ]; then echo open; else echo closed; fi"
    try TemporaryFolder.with { folder in
      let pipe = "\(folder)/pipe"
      #expect(mkfifo(pipe, 0o600) == 0)
      let problem = forcing(isPlain) {
        withCStrings(["/bin/sh", "-c", "(\(script)) > \(pipe)"]) {
          system_spawn_quiet("/bin/sh", $0)
        }
      }
      try #require(problem == 0)
      #expect(try Files.text(of: pipe) == "closed\n")
      let run = try forcing(isPlain) {
        try ProgramRun(path: "/bin/sh", arguments: ["-c", script])
      }
      #expect(run.output == "closed\n")
    }
  }

  /// The program asked of a terminal is the same by either.
  @Test(arguments: [false, true]) func aProgramStartsOnATerminal(isPlain: Bool) throws {
    let bench = try Workbench()
    try bench.write("n.md", "# Started\n\ntext\n")
    let terminal = try forcing(isPlain) { try bench.start(["n.md"]) }
    try terminal.wait(for: "Started")
  }
}
