import Numerics

extension DotProductWidget {
  /// Whether squares and products stay within the range of doubles.
  private var isInRange: Bool {
    (trace.u + trace.v).allSatisfy { $0 == 0 || (1e-140...1e140).contains($0.magnitude) }
  }

  package var script: String {
    """
    import numpy as np

    u = np.array(\(Script.vector(trace.u)))
    v = np.array(\(Script.vector(trace.v)))

    \(isInRange ? inRange : counted)
    """
  }

  private var inRange: String {
    """
    products = u * v
    print("products", products)
    print("partial sums", np.cumsum(products))
    print("dot", np.cumsum(products)[-1])
    norms = np.array([np.linalg.norm(u), np.linalg.norm(v)])
    print("norms", norms)
    if norms.all():
        cosine = np.clip(u @ v / norms.prod(), -1, 1)
        print("cosine", cosine)
        print("angle in degrees", np.degrees(np.arccos(cosine)))
    if norms[1]:
        print("projection of u onto v", u @ v / (v @ v) * v)

    """
  }

  private var counted: String {
    """
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        products = u * v
        sums = np.cumsum(products)
    print("products", products)
    print("partial sums", sums)
    print("dot", sums[-1])
    # Squares would leave the range of doubles, so each vector is counted in units, powers of two.
    units = [2.0 ** np.floor(np.log2(np.abs(x).max())) if x.any() else 1.0 for x in (u, v)]
    a, b = u / units[0], v / units[1]
    norms = np.array([np.linalg.norm(a), np.linalg.norm(b)])
    with np.errstate(over="ignore", under="ignore"):
        print("norms", norms * units)
    if norms.all():
        cosine = np.clip(a @ b / norms.prod(), -1, 1)
        print("cosine", cosine)
        print("angle in degrees", np.degrees(np.arccos(cosine)))
    if norms[1]:
        print("projection of u onto v", a @ b / (b @ b) * b * units[0])

    """
  }
}
