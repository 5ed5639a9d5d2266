/// Notes with an attack in every place that Markdown has.
enum HostileNotes {
  /// A lesson for each attack, and the widget and the questions after them.
  static let bytes: [UInt8] = {
    var all = fill("---\ntitle: ~\n---\n# Title ~\n", Attack.all[0], 0)
    for (number, attack) in Attack.all.enumerated() { all += fill(lesson, attack, number) }
    return all
  }()

  /// `~` gives way to the attack's bytes, `@` to its number.
  private static func fill(_ text: String, _ attack: Attack, _ number: Int) -> [UInt8] {
    text.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "~"): attack.bytes
      case UInt8(ascii: "@"): Array("\(number)".utf8)
      default: [byte]
      }
    }
  }

  private static let lesson = """

    ## Lesson @ ~

    Text ~ and `code ~` and **strong ~** and [link ~](https://e.org/~ "title ~") and <b title="~">
    and ![picture ~](p~.png) and maths $x_~$ and a note[^n@] and https://e.org/~.

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
    <!-- quiz id=q@ -->
    > Hint ~

    Prompt ~

    1. [ ] wrong ~
       > why ~
    1. [x] right ~

    > [!NOTE]
    > told ~

    ### Blank @
    <!-- quiz id=b~ x=~ -->
    It is [[~|x]].

    [^n@]: footnote ~

    [r~]: x~

    """
}
