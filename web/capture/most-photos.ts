export const mostPhotos = 30
