// A picture of a page, made coarse by halving it: then it does not count how the edges of letters are smoothed.
// coarse(png): a quarter of the size, as a data URL. differ(one, other): two coarse pictures at an eighth, the largest
// mean difference (0 to 255) of any tile of 4 × 4 points, which are 32 × 32 of the page.
(() => {
  const TILE = 4
  async function halved(png, times) {
    let image = new Image()
    image.src = png
    await image.decode()
    while (times--) {
      const canvas = document.createElement("canvas")
      canvas.width = image.width >> 1
      canvas.height = image.height >> 1
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width * 2, canvas.height * 2, 0, 0, canvas.width, canvas.height)
      image = canvas
    }
    return image
  }
  window.coarse = async png => (await halved(png, 2)).toDataURL("image/png")
  window.differ = async (one, other) => {
    const [a, b] = [await halved(one, 1), await halved(other, 1)], { width, height } = a
    if (width !== b.width || height !== b.height) return 255
    const [here, there] = [a, b].map(canvas => canvas.getContext("2d").getImageData(0, 0, width, height).data)
    let worst = 0
    for (let top = 0; top < height; top += TILE) for (let left = 0; left < width; left += TILE) {
      const right = Math.min(left + TILE, width), bottom = Math.min(top + TILE, height)
      let sum = 0
      for (let y = top; y < bottom; y++)
        for (let at = 4 * (y * width + left); at < 4 * (y * width + right); at++) sum += Math.abs(here[at] - there[at])
      worst = Math.max(worst, sum / (3 * (right - left) * (bottom - top)))
    }
    return worst
  }
})()
