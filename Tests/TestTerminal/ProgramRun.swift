import CSystem
import Libc

/// How a program without a terminal ended, and what it wrote.
package struct ProgramRun: Equatable, Sendable {
  /// The exit status, or 128 + the signal that ended it.
  package let status: Int32
  /// What it wrote to its standard output.
  package let output: String
  /// What it wrote to its standard error.
  package let errors: String
  /// Both as they came, in which bytes that are not text still stand.
  package let bytes: [UInt8]

  /// Runs a program to its end without a terminal: pipes on all three descriptors.
  package init(
    path: String, arguments: [String] = [], environment: [String: String?] = [:],
    input: String = "", directory: String? = nil, timeout: Duration = .seconds(60)
  ) throws {
    // A program may end without reading its input.
    signal(SIGPIPE, SIG_IGN)
    let pipes = try [Pipe(), Pipe(), Pipe()]
    let ours = [pipes[0].entrance, pipes[1].exit, pipes[2].exit]
    var pid: Int32 = 0
    let error = withCStrings([path] + arguments) { argv in
      withCStrings(TestEnvironment.variables(environment)) { envp in
        system_spawn(
          path, argv, envp, directory, pipes[0].exit, pipes[1].entrance, pipes[2].entrance, &pid)
      }
    }
    close(pipes[0].exit)
    close(pipes[1].entrance)
    close(pipes[2].entrance)
    guard error == 0 else {
      for end in ours { close(end) }
      throw TerminalFailure("\(path): \(String(cString: strerror(error)))")
    }
    let deadline = Deadline(timeout)
    let texts = Self.converse(ours, input: Array(input.utf8), deadline)
    var result = system_wait(pid, 1)
    while result == -1, !deadline.isOver {
      _ = poll(nil, 0, min(2, deadline.milliseconds))
      result = system_wait(pid, 1)
    }
    if result == -1 {
      kill(-pid, SIGKILL)
      kill(pid, SIGKILL)
      _ = system_wait(pid, 0)
    }
    bytes = texts.output + texts.errors
    output = String(decoding: texts.output, as: UTF8.self)
    errors = String(decoding: texts.errors, as: UTF8.self)
    status = result
    if result == -1 {
      throw TerminalFailure("\(path) had not ended after \(timeout)\n\(output)\n\(errors)")
    }
  }

  /// Writes the input and reads both outputs, each as it becomes possible; closes all three.
  private static func converse(
    _ descriptors: [Int32], input: [UInt8], _ deadline: Deadline
  ) -> (output: [UInt8], errors: [UInt8]) {
    var texts: [[UInt8]] = [[], [], []]
    var sent = 0
    let events = [POLLOUT, POLLIN, POLLIN].map { Int16($0) }
    var waiting = zip(descriptors, events).map { pollfd(fd: $0, events: $1, revents: 0) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    for descriptor in descriptors { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
    while waiting[1].fd >= 0 || waiting[2].fd >= 0, !deadline.isOver {
      _ = poll(&waiting, 3, deadline.milliseconds)
      for index in 0..<3 where waiting[index].fd >= 0 && waiting[index].revents != 0 {
        let end = descriptors[index]
        let count =
          index == 0
          ? input[sent...].withUnsafeBytes { write(end, $0.baseAddress, $0.count) }
          : read(end, &chunk, chunk.count)
        let mayContinue = count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR))
        if index == 0 { sent += max(0, count) } else { texts[index] += chunk.prefix(max(0, count)) }
        if !mayContinue || (index == 0 && sent == input.count) {
          close(end)
          waiting[index].fd = -1
        }
      }
    }
    for entry in waiting where entry.fd >= 0 { close(entry.fd) }
    return (texts[1], texts[2])
  }
}

/// A pipe; no child inherits more of it than it is given, for they close what is above 2.
private struct Pipe {
  let exit: Int32
  let entrance: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw TerminalFailure("pipe: \(String(cString: strerror(errno)))")
    }
    exit = ends[0]
    entrance = ends[1]
  }
}
