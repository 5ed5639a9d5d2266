import Testing

@testable import Typesetting

/// Formulas of language models, as they are displayed.
@Suite struct MathsFormulaTests {
  @Test func attention() {
    #expect(
      displayed(
        #"\mathrm{Attention}(Q,K,V) = \mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V"#)
          == #"""
                                      ⎛ QKᵀ ⎞
          Attention(Q, K, V) = softmax⎜─────⎟V
                                      ⎝ √dₖ ⎠
          """#)
  }

  @Test func softmax() {
    #expect(
      displayed(#"\text{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}"#)
        == #"""
                           zᵢ
                          e
        softmax(z)ᵢ = ───────────
                              zⱼ
                       ∑ⱼ₌₁ᴷ e
        """#)
  }

  @Test func layerNorm() {
    #expect(
      displayed(
        #"y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \odot \gamma + \beta"#)
          == #"""
                x − E[x]
          y = ───────────── ⊙ γ + β
                __________
               √Var[x] + ϵ
          """#)
  }

  @Test func rootMeanSquareNorm() {
    #expect(
      displayed(#"\frac{x}{\sqrt{\frac{1}{d}\sum_{i=1}^d x_i^2 + \epsilon}} \odot g"#)
        == #"""
                  x
        ───────────────────── ⊙ g
          ┌─────────────────
          │ 1
          │─── ∑ᵢ₌₁ᵈ xᵢ² + ϵ
         ╲│ d
        """#)
  }

  @Test func crossEntropy() {
    #expect(
      displayed(#"\mathcal{L} = -\sum_{i=1}^{N} y_i \log \hat{y}_i"#)
        == #"""
              N
        ℒ = − ∑  yᵢ log ŷᵢ
             i=1
        """#)
  }

  @Test func adam() {
    #expect(
      displayed(
        #"\theta_{t+1} = \theta_t - \frac{\eta}{\sqrt{\hat{v}_t} + \epsilon} \hat{m}_t"#)
          == #"""
                          η
          θₜ₊₁ = θₜ − ───────── m̂ₜ
                       √v̂ₜ + ϵ
          """#)
  }

  @Test func biasCorrection() {
    #expect(
      displayed(#"\hat{m}_t = \frac{m_t}{1-\beta_1^t}"#)
        == #"""
                mₜ
        m̂ₜ = ─────────
              1 − β₁ᵗ
        """#)
  }

  @Test func positions() {
    #expect(
      displayed(#"PE_{(pos,2i)} = \sin\left(\frac{pos}{10000^{2i/d_{\text{model}}}}\right)"#)
        == #"""
                        ⎛       pos       ⎞
        PE         = sin⎜─────────────────⎟
          (pos,2i)      ⎜      2i/d_model ⎟
                        ⎝ 10000           ⎠
        """#)
  }

  @Test func gelu() {
    #expect(
      displayed(
        #"\mathrm{GELU}(x) \approx 0.5x\left(1+\tanh\left[\sqrt{2/\pi}\left(x+0.044715x^3\right)\right]\right)"#
      )
        == #"""
                                 ___
        GELU(x) ≈ 0.5x(1 + tanh[√2/π(x + 0.044715x³)])
        """#)
  }

  @Test func divergence() {
    #expect(
      displayed(#"D_{\mathrm{KL}}(P \| Q) = \sum_{x \in X} P(x) \log \frac{P(x)}{Q(x)}"#)
        == #"""
                   ╲‾‾           P(x)
        D  (P‖Q) =  >  P(x) log ──────
         KL        ╱__           Q(x)
                   x∈X
        """#)
  }

  @Test func bellman() {
    #expect(
      displayed(#"V(s) = \max_{a} \left( R(s,a) + \gamma \sum_{s'} P(s'|s,a) V(s') \right)"#)
        == #"""
        V(s) = max(R(s, a) + γ ∑  P(s′|s, a)V(s′))
                a              s′
        """#)
  }

  @Test func rotation() {
    #expect(
      displayed(
        #"R = \begin{pmatrix} \cos m\theta & -\sin m\theta \\ \sin m\theta & \cos m\theta \end{pmatrix} \begin{pmatrix} x_1 \\ x_2 \end{pmatrix}"#
      )
        == #"""
        R = ⎛cos mθ  −sin mθ⎞ ⎛x₁⎞
            ⎝sin mθ   cos mθ⎠ ⎝x₂⎠
        """#)
  }

  @Test func lowRank() {
    #expect(
      displayed(#"W = W_0 + \frac{\alpha}{r} BA, \quad B \in \mathbb{R}^{d \times r}"#)
        == #"""
                  α            d×r
        W = W₀ + ─── BA,  B ∈ ℝ
                  r
        """#)
  }

  @Test func preferences() {
    #expect(
      displayed(
        #"-\mathbb{E}_{(x,y_w,y_l)}\left[\log\sigma\left(\beta\log\frac{\pi_\theta(y_w|x)}{\pi_{\text{ref}}(y_w|x)} - \beta\log\frac{\pi_\theta(y_l|x)}{\pi_{\text{ref}}(y_l|x)}\right)\right]"#
      )
        == #"""
                     ⎡     ⎛        π (y |x)             π (y |x)  ⎞⎤
                     ⎢     ⎜         θ  w                 θ  l     ⎟⎥
        −𝔼           ⎢log σ⎜β log ──────────── − β log ────────────⎟⎥
          (x,y_w,yₗ) ⎢     ⎜       π   (y |x)           π   (y |x) ⎟⎥
                     ⎣     ⎝        ref  w               ref  l    ⎠⎦
        """#)
  }

  @Test func gradient() {
    #expect(
      displayed(
        #"\frac{\partial \mathcal{L}}{\partial Q} = \frac{1}{\sqrt{d_k}} \left( P \odot \left( dP - \mathrm{rowsum}(dP \odot P) \right) \right) K"#
      )
        == #"""
         ∂ℒ      1
        ──── = ───── (P ⊙ (dP − rowsum(dP ⊙ P)))K
         ∂Q     √dₖ
        """#)
  }

  @Test func heads() {
    #expect(
      displayed(#"\mathrm{head}_i = \mathrm{Attention}(QW_i^Q, KW_i^K, VW_i^V)"#)
        == #"""
                            Q    K    V
        headᵢ = Attention(QWᵢ, KWᵢ, VWᵢ)
        """#)
  }

  @Test func perplexity() {
    #expect(
      displayed(
        #"\mathrm{PPL} = \exp\left(-\frac{1}{N}\sum_{i=1}^{N}\log p(w_i|w_{<i})\right)"#)
          == #"""
                   ⎛   1   N               ⎞
          PPL = exp⎜− ───  ∑  log p(w |w  )⎟
                   ⎝   N  i=1        i  <i ⎠
          """#)
  }

  @Test func scaling() {
    #expect(
      displayed(#"L(N, D) = E + \frac{A}{N^\alpha} + \frac{B}{D^\beta}"#)
        == #"""
                       A      B
        L(N, D) = E + ──── + ────
                        α     Dᵝ
                       N
        """#)
  }
}
