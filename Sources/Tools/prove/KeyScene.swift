import TerminalTesting
import TestSupport

/// Where the keys go: each screen, on various terminals.
struct KeyScene: CustomStringConvertible {
  let arguments: [String]
  var environment: [String: String?] = [:]
  /// Keys that lead on to the screen.
  var keys = ""
  var description: String { "attend \(arguments.joined(separator: " "))" }

  static let all: [KeyScene] =
    [
      KeyScene(arguments: []), KeyScene(arguments: ["notes.md"]),
      KeyScene(arguments: ["notes.md", "--lesson", "one"]), KeyScene(arguments: ["quiz"]),
      KeyScene(arguments: ["quiz", "notes.md"]), KeyScene(arguments: ["notes.md"], keys: "S"),
      KeyScene(arguments: ["--lesson", "1.2"]),
      KeyScene(arguments: ["notes.md", "--ascii", "--no-mouse"], environment: ["NO_COLOR": "1"]),
      KeyScene(arguments: ["notes.md"], environment: ["TERM": "linux"]),
      KeyScene(arguments: ["notes.md"], environment: ["TERM": "screen", "LC_ALL": "C"]),
      KeyScene(arguments: ["notes.md"], environment: ["TERM": "rxvt"], keys: "s"),
      KeyScene(arguments: ["notes.md"], environment: ["TERM": "vt100"], keys: "/"),
    ]
    + (0..<7).map {
      KeyScene(arguments: ["notes.md"], keys: "w" + String(repeating: "j", count: $0) + "\r")
    }

  /// The program there; nothing that it may start is within its reach.
  func start(_ bench: Workbench) throws -> TestTerminal {
    try bench.write("notes.md", Self.notes)
    let terminal = try bench.start(
      arguments, environment.merging(["PATH": "/nonexistent"]) { $1 })
    terminal.send(keys)
    return terminal
  }

  private static let notes = """
    # Notes

    ## One

    A [link](#two), one [out](https://example.org), a [term](#score) and maths $a_1$.

    - **Dot product**: the sum of the products of each pair of numbers.
    - **Norm**: the square root of a vector's dot product with itself.

    | a | b |
    |---|--:|
    | 漢字 | `code` |

    ```attention
    Q = [[1, 0], [0, 1]]
    K = [[1, 0], [0, 1], [1, 1]]
    V = [[1, 2], [3, 4], [5, 6]]
    ```

    ### Which one?
    <!-- quiz id=one -->
    > A hint.

    1. [ ] this
       > Why not.
    1. [x] that

    ### A word?
    <!-- quiz id=two -->
    It is the [[softmax|normalised exponential]].

    ## Two

    u = np.array([1, 2, 3]) and 1*4 + 2*5 = 15[^n]

    [^n]: a footnote

    ### How much?
    <!-- quiz id=three q=ints(3,-3,3) M=mat(2,2,0,5) -->
    {{q}} has [[= dot(q,q) ± 0.01]] and M is [[= M ± 0]].

    ### In order?
    <!-- quiz id=four -->
    1. first
    2. second
    3. third

    ### Which ones?
    <!-- quiz id=five -->
    - [x] a
    - [x] b
    - [ ] c

    # Glossary

    ### Score
    The dot product of a query and a key.

    """ + (1...60).map { "Line number \($0) of many.\n\n" }.joined()
}
