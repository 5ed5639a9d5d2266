/// Notes with an attack in every place that Markdown has.
enum HostileNotes {
  /// A lesson for each attack, and the widget and the questions after them.
  static var bytes: [UInt8] {
    var all = fill("---\ntitle: ~\n---\n# Title ~\n", Attack.all[0])
    for (number, attack) in Attack.all.enumerated() {
      all += fill(lesson.replacing("NUMBER", with: "\(number)"), attack)
    }
    return all
  }

  /// `~` gives way to the attack's bytes.
  private static func fill(_ text: String, _ attack: Attack) -> [UInt8] {
    Array(text.utf8).split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false)
      .map(Array.init).joined(separator: attack.bytes).map { $0 }
  }

  private static let lesson = """

    ## Lesson NUMBER ~

    Text ~ and `code ~` and **strong ~** and [link ~](https://e.org/~ "title ~") and <b title="~">
    and ![picture ~](p~.png) and maths $x_~$ and a note[^nNUMBER] and https://e.org/~.

    - item ~
    - [ ] task ~

    > quote ~

    > [!NOTE]
    > alert ~

    | head ~ | b |
    |---|---|
    | cell ~ | ~ |

    ```py~
    code ~
    ```

    ```math
    \\text{~} ~
    ```

    ```dot-product
    u = [1, ~]
    ~ = 1
    ```

    ```attention
    Q = 1 0
    K = 1 0
    V = 1 0
    tokens = a~
    ```

    <div ~>~</div>

    ### Which is it, ~?
    <!-- quiz id=qNUMBER -->
    > Hint ~

    Prompt ~

    1. [ ] wrong ~
       > why ~
    1. [x] right ~

    > [!NOTE]
    > told ~

    ### Blank NUMBER
    <!-- quiz id=b~ x=~ -->
    It is [[~|x]].

    [^nNUMBER]: footnote ~

    [r~]: x~

    """
}

extension String {
  /// With one part given for another, wherever it stands.
  fileprivate func replacing(_ part: String, with other: String) -> String {
    var result = ""
    var rest = self[...]
    while let start = rest.indices.first(where: { rest[$0...].hasPrefix(part) }) {
      result += rest[..<start] + other
      rest = rest[start...].dropFirst(part.count)
    }
    return result + rest
  }
}
