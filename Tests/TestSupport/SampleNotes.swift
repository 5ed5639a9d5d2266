/// Notes with something of everything: links, tables, code, formulas, a figure, and a question of each
/// kind.
package enum SampleNotes {
  package static let text = """
    ---
    title: Notes
    ---
    # First

    Text of the first chapter, with a [link](#two), one [out](https://example.org), a
    [term](#score) and maths $a_1$.

    ## One

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

    > [!NOTE]
    > Told after.

    ## Two

    u = np.array([1, 2, 3]) and 1*4 + 2*5 = 15[^n]

    $$\\frac{e^{x_i}}{\\sum_j e^{x_j}}$$

    [^n]: a footnote

    ### What is it?
    <!-- quiz id=two q=ints(3,-3,3) M=mat(2,2,0,5) -->
    {{q}} has [[= dot(q,q) ± 0.01]] and M is [[= M ± 0]].

    ### In order?
    <!-- quiz id=three -->
    1. first
    2. second
    3. third

    ### Which ones?
    <!-- quiz id=four -->
    - [x] a
    - [x] b
    - [ ] c

    ### A word?
    <!-- quiz id=five -->
    It is the [[softmax|normalised exponential]].

    # Glossary

    ### Score
    The dot product of a query and a key.

    """
}
